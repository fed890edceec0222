using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Jobs;

/// <summary>Takes due work of some kinds, one piece at a time, enters its tenant and does it. Several loops and nodes share one list.</summary>
public sealed class WorkLoop(
    IReadOnlyList<WorkKind> kinds, IServiceScopeFactory scopes, TenantScopes tenants, WorkSignal signal, TimeProvider clock, ILogger<WorkLoop> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var woken = signal.Next;
                var rest = await WorkUntilNothingIsDueAsync(stoppingToken);
                await woken.WaitAsync(rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException { InnerException: NpgsqlException })
            {
                log.LogWarning(e, "The list of due work cannot be read; it is tried again.");
                await Task.Delay(PauseAfterFault, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> WorkUntilNothingIsDueAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var list = scope.ServiceProvider.GetRequiredService<TakeDueWork>();

            if (await list.ExecuteAsync(kinds, ct) is not { } work)
            {
                var next = await list.UntilNextAsync(kinds, ct) ?? LongestSleep;
                return next < LongestSleep ? (next > TimeSpan.Zero ? next : TimeSpan.Zero) : LongestSleep;
            }

            await TryAsync(work, scope.ServiceProvider, ct);
        }
    }

    private async Task TryAsync(WorkDue work, IServiceProvider scope, CancellationToken ct)
    {
        try
        {
            var next = await DoAsync(work, scope.GetRequiredService<HubDbContext>(), ct);
            await scope.GetRequiredService<TakeDueWork>().FinishAsync(work, next, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The lease runs out and the work is tried again; the other tenants do not wait for it.
            log.LogError(e, "Work {Kind} of tenant {Tenant} failed.", work.Kind, work.TenantId);
        }
    }

    /// <returns>When it is due again; null: when somebody asks for it.</returns>
    private async Task<DateTimeOffset?> DoAsync(WorkDue work, HubDbContext db, CancellationToken ct)
    {
        // Asked from the database: the host map of this process may not know a place that was provisioned a moment ago.
        var tenant = await db.Tenants.AsNoTracking().SingleAsync(place => place.Id == work.TenantId, ct);

        switch (work.Kind)
        {
            case WorkKind.Metrics:
                await tenants.RunAsync(tenant, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(ct));
                return tenant.IsServed ? tenant.NextMidnight(clock) : null;
            case WorkKind.Totals:
                await tenants.RunAsync(tenant, scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(ct));
                return null;
            case WorkKind.Mail:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<DeliverMail>().ExecuteAsync(ct));
            case WorkKind.Files:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(ct));
            default:
                throw new InvalidOperationException($"No worker for {work.Kind}.");
        }
    }
}
