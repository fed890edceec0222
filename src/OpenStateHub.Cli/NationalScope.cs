using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli;

/// <summary>The scope of the national tenant: the only one that may write the catalogue.</summary>
internal static class NationalScope
{
    public static async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var hub = Hub.Open();
        var national = await FindNationalAsync(hub, ct);
        return await hub.GetRequiredService<TenantScopes>().RunAsync(national, work);
    }

    private static async Task<Tenant> FindNationalAsync(ServiceProvider hub, CancellationToken ct)
    {
        await using var scope = hub.CreateAsyncScope();

        try
        {
            return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants
                .AsNoTracking()
                .SingleAsync(tenant => tenant.Id == TenantId.National, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new RefusedException("The database has no tables yet: run 'hub migrate' first.");
        }
    }
}
