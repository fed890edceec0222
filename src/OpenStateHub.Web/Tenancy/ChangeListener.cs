using Npgsql;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Jobs;

namespace OpenStateHub.Web.Tenancy;

/// <summary>One connection a process hears what changed, on this node or another, and lets go of what is stale.</summary>
public sealed class ChangeListener(
    IConfiguration settings, HostMap hosts, SiteFacts site, TenantGenerations generations, WorkSignal work, ILogger<ChangeListener> log) : BackgroundService
{
    // A line that went dead without a word is noticed after both at most.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Of its own: where requests fight for the pool's connections, this one must not wait for its turn.
    private readonly string connectionString = new NpgsqlConnectionStringBuilder(settings.GetConnectionString("Hub"))
    {
        Pooling = false,
        ApplicationName = "hub changes",
        Timeout = (int)LongestPing.TotalSeconds,
        CommandTimeout = (int)LongestPing.TotalSeconds,
    }.ConnectionString;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
            {
                log.LogWarning(e, "The connection that hears of changes was lost; no page is kept until it is open again.");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        var placesChanged = false;
        connection.Notification += (_, notice) => placesChanged |= Hear(notice);

        await using (var listen = new NpgsqlCommand("listen tenant_changed; listen places_changed; listen work_due", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        // Whatever happened while nobody listened is unknown.
        await LoadAsync(ct);
        work.Wake();
        using var hearing = generations.Hear();

        while (true)
        {
            if (!await connection.WaitAsync(KeepAlive, ct))
            {
                await using var ping = new NpgsqlCommand("select 1", connection);
                await ping.ExecuteNonQueryAsync(ct);
            }

            if (placesChanged)
            {
                placesChanged = false;
                await LoadAsync(ct);
                generations.RaiseAll();
            }
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await hosts.LoadAsync(ct);
        await site.LoadAsync(ct);
    }

    private bool Hear(NpgsqlNotificationEventArgs notice)
    {
        switch (notice.Channel)
        {
            case "places_changed":
                return true;
            case "work_due":
                work.Wake();
                return false;
            default:
                if (Guid.TryParse(notice.Payload, out var tenant))
                {
                    generations.Raise(new TenantId(tenant));
                }

                return false;
        }
    }
}
