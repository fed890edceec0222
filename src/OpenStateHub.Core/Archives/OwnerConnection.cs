using System.Diagnostics.CodeAnalysis;
using Npgsql;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>A connection as <c>hub_owner</c>, whom row-level security binds too: it works for one place at a time, as everybody does.</summary>
internal static class OwnerConnection
{
    private const int Tries = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        // Not pooled: its locks and its tenant end with it. No limit of time: a big table takes long.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0, KeepAlive = 30 }.ConnectionString);

        try
        {
            await connection.OpenAsync(ct);

            if (!await Statements.ReadOneAsync(connection, "select to_regclass('tenants') is not null", row => row.GetBoolean(0), ct))
            {
                throw new ArchiveException("The database has no tables yet: run 'hub migrate' first.");
            }

            // What rows look like as text depends on neither server nor machine.
            await Statements.RunAsync(connection, "set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1", ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public static async Task EnterAsync(this NpgsqlConnection connection, TenantId tenant, CancellationToken ct)
    {
        await using var enter = new NpgsqlCommand("select set_config('app.tenant_id', $1, false)", connection);
        enter.Parameters.Add(new NpgsqlParameter { Value = tenant.Value.ToString() });
        await enter.ExecuteNonQueryAsync(ct);
    }

    public static async Task TakeTurnAsync(this NpgsqlConnection connection, CancellationToken ct)
    {
        if (!await Statements.ReadOneAsync(connection, FileLock.Arrive, row => row.GetBoolean(0), ct))
        {
            throw new ArchiveException("Another place is being imported or deleted: try again when that is done.");
        }
    }

    /// <summary>
    /// Silences the triggers that keep people from what an import or an erasure must do; the notices of changes go on. Whoever writes such a table
    /// waits until <paramref name="work"/> is done, hence it is short; whoever reads does not wait.
    /// </summary>
    /// <param name="event">PostgreSQL's own number: 4 inserting, 8 deleting.</param>
    public static async Task WithoutTriggersAsync(this NpgsqlConnection connection, NpgsqlTransaction transaction, int @event, Func<Task> work, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand(
            """
            select format('alter table %s disable trigger %I', tgrelid::regclass, tgname), format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
            from pg_trigger join pg_class c on c.oid = tgrelid and c.relnamespace = 'public'::regnamespace
            where not tgisinternal and tgenabled = 'O' and tgtype & @event <> 0
              and exists (select from pg_policy p where p.polrelid = tgrelid and p.polname in ('tenant_isolation', 'published_read'))
              and tgfoid not in ('app.announce_change()'::regprocedure)
            order by 1
            """,
            connection);
        find.Parameters.AddWithValue("event", @event);
        var triggers = await Statements.ReadAsync(find, row => (Off: row.GetString(0), On: row.GetString(1)), ct);
        await SilenceAsync(connection, transaction, string.Join(";\n", triggers.Select(trigger => trigger.Off)), ct);
        await work();

        // No trigger is changed while a check of a key still waits.
        await Statements.RunAsync(connection, string.Join(";\n", triggers.Select(trigger => trigger.On).Prepend("set constraints all immediate")), ct);
    }

    /// <summary>Gives way after a moment, sooner than PostgreSQL looks for deadlocks, so that no page of the site ever fails because of it.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "What PostgreSQL itself made with its own quoting.")]
    private static async Task SilenceAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string off, CancellationToken ct)
    {
        await Statements.RunAsync(connection, "set local lock_timeout = '300ms'", ct);

        for (var tries = 1; ; tries++)
        {
            await transaction.SaveAsync("triggers", ct);

            try
            {
                await Statements.RunAsync(connection, off, ct);
                await transaction.ReleaseAsync("triggers", ct);
                await Statements.RunAsync(connection, "set local lock_timeout = 0", ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                await transaction.RollbackAsync("triggers", ct);

                if (tries == Tries)
                {
                    throw new ArchiveException("The hub is too busy: somebody has been writing without a pause. Try again later.");
                }

                await Task.Delay(Pause, ct);
            }
        }
    }
}
