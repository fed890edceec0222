using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenStateHub.Core.Archives;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Web.Pages.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Following;
using OpenStateHub.Web.Telemetry;

namespace OpenStateHub.Web.Jobs;

/// <summary>Takes due work of some kinds, a few pieces at a time, enters their tenants and does it. Several loops and nodes share one list.</summary>
public sealed class WorkLoop(
    IReadOnlyList<WorkKind> kinds, IServiceScopeFactory scopes, TenantScopes tenants, WorkSignal signal, TimeProvider clock, ILogger<WorkLoop> log) : BackgroundService
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    /// <summary>At midnight the work of nearly all places is due at once.</summary>
    private const int AtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForAsync(
        0,
        AtOnce,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (_, ct) => await LoopAsync(ct));

    private async Task LoopAsync(CancellationToken stoppingToken)
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
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var list = scope.ServiceProvider.GetRequiredService<TakeDueWork>();

            if (await list.ExecuteAsync(kinds, ct) is not { } work)
            {
                var next = await list.UntilNextAsync(kinds, ct) ?? LongestSleep;
                return next < LongestSleep ? (next > TimeSpan.Zero ? next : TimeSpan.Zero) : LongestSleep;
            }

            await TryAsync(work, scope.ServiceProvider);
        }
    }

    /// <summary>Not to be interrupted: a stopping process takes no more work, and finishes what it has.</summary>
    private async Task TryAsync(WorkDue work, IServiceProvider scope)
    {
        var list = scope.GetRequiredService<TakeDueWork>();
        using var activity = Traces.Start($"work {work.Kind}");

        try
        {
            var next = await DoAsync(work, scope.GetRequiredService<HubDbContext>(), CancellationToken.None);
            await list.FinishAsync(work, next, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The lease runs out and the work is tried again; the other tenants do not wait for it.
            log.LogError(e, "Work {Kind} of tenant {TenantId} failed.", work.Kind, work.TenantId);
            await list.FailAsync(work, activity.TraceId.ToString(), CancellationToken.None);
        }
    }

    /// <returns>When it is due again; null: when somebody asks for it.</returns>
    private async Task<DateTimeOffset?> DoAsync(WorkDue work, HubDbContext db, CancellationToken ct)
    {
        // Asked from the database: the host map of this process may not know a place that was provisioned a moment ago.
        var tenant = await db.Tenants.AsNoTracking().SingleAsync(place => place.Id == work.TenantId, ct);

        // At rest: it is looked at again tomorrow, or when it is resumed. Letters that waited already still go out, and it may be taken along.
        if (tenant.Status is TenantStatus.Archived && work.Kind is not (WorkKind.Mail or WorkKind.Exports))
        {
            return clock.GetUtcNow().AddDays(1);
        }

        switch (work.Kind)
        {
            case WorkKind.Metrics:
                await tenants.RunAsync(tenant, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(ct));
                return tenant.IsAtWork ? tenant.NextMidnight(clock) : null;
            case WorkKind.Totals:
                await tenants.RunAsync(tenant, scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(ct));
                return null;
            case WorkKind.Mail:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<DeliverMail>().ExecuteAsync(ct));
            case WorkKind.Files:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(ct));
            case WorkKind.Decisions:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<CloseDueDecisions>().ExecuteAsync(ct));
            case WorkKind.Verifications:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<SettleDueAnswers>().ExecuteAsync(ct));
            case WorkKind.Cutoffs:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<CutoffLetters>().KeepAsync(ct));
            case WorkKind.Following:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<FollowerLetters>().ExecuteAsync(ct));
            case WorkKind.Exports:
                return await tenants.RunAsync(tenant, scope => scope.GetRequiredService<MakeExport>().ExecuteAsync(ct));
            default:
                throw new InvalidOperationException($"No worker for {work.Kind}.");
        }
    }
}
