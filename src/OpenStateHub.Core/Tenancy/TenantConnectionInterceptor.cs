using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Tells PostgreSQL which tenant each opened connection works for; row-level security does the rest.</summary>
public sealed class TenantConnectionInterceptor(TenantContext tenant) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = EnterTenant(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = EnterTenant(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // The connection stays with its scope from the first query on: opening it for each would cost a round trip every time.
    public override InterceptionResult ConnectionClosing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    private DbCommand EnterTenant(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.tenant_id', @tenant, false)";
        command.Parameters.Add(new NpgsqlParameter("tenant", tenant.IdOrNull?.Value.ToString() ?? ""));
        return command;
    }
}
