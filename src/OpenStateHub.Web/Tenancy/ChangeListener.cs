using Npgsql;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Jobs;

namespace OpenStateHub.Web.Tenancy;

/// <summary>One connection a process hears what changed, on this node or another, and lets go of what is stale.</summary>
public sealed class ChangeListener(
    NpgsqlDataSource source, HostMap hosts, SiteFacts site, TenantGenerations generations, WorkSignal work, ILogger<ChangeListener> log) : BackgroundService
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                log.LogWarning(e, "The connection that hears of changes was lost; every cached page is let go and it is opened again.");
                generations.RaiseAll();
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var placesChanged = false;
        connection.Notification += (_, notice) => placesChanged |= Hear(notice);

        await using (var listen = new NpgsqlCommand("listen tenant_changed; listen places_changed; listen work_due", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        // Whatever happened while nobody listened is unknown.
        await LoadAsync(ct);
        generations.RaiseAll();
        work.Wake();

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
