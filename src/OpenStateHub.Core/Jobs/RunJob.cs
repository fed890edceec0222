using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Jobs;

/// <summary>Runs a job and keeps a record of it, from its first moment on: a run whose node was killed is seen too.</summary>
public sealed class RunJob(IServiceScopeFactory scopes, TenantScopes tenants, TimeProvider clock, ILogger<RunJob> log)
{
    /// <param name="Node">The process that runs it.</param>
    /// <param name="AskedBy">Who asked for it; null: the clock.</param>
    public sealed record Order(string Job, string Node, Guid? AskedBy);

    /// <param name="work">In a scope of the national tenant.</param>
    /// <exception cref="OperationCanceledException">The process stops, and the job is not done.</exception>
    public async Task<JobRun> ExecuteAsync(Order order, Func<IServiceProvider, JobReport, CancellationToken, Task> work, CancellationToken ct)
    {
        var nation = await NationAsync(ct);
        var run = new JobRun { Job = order.Job, Node = order.Node, AskedBy = order.AskedBy, StartedAt = clock.GetUtcNow() };
        var report = new JobReport(run.Id);
        await tenants.RunAsync(nation, scope => BeginAsync(run, scope.GetRequiredService<HubDbContext>(), ct));

        try
        {
            await tenants.RunAsync(nation, scope => work(scope, report, ct));
            run.Finish(report, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            run.Interrupt(report, clock.GetUtcNow());
            throw;
        }
        catch (Exception e)
        {
            log.LogError(e, "Job {Job} failed.", order.Job);
            run.Fail(Fault.Of(e), report, clock.GetUtcNow());
            throw;
        }
        finally
        {
            // Not with the caller's token: a stopping process still says how far it came.
            await tenants.RunAsync(nation, scope => EndAsync(run, report, scope.GetRequiredService<HubDbContext>()));
        }

        return run;
    }

    private async Task<Tenant> NationAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().SingleAsync(t => t.Id == TenantId.National, ct);
    }

    private async Task BeginAsync(JobRun run, HubDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // A job runs once over all nodes: whatever still says that it runs was killed.
        foreach (var killed in await db.JobRuns.Where(other => other.Job == run.Job && other.FinishedAt == null).ToListAsync(ct))
        {
            killed.Abandon(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task EndAsync(JobRun run, JobReport report, HubDbContext db)
    {
        db.JobRuns.Update(run);
        db.JobFailures.AddRange(report.Failures);
        await db.SaveChangesAsync();
    }
}
