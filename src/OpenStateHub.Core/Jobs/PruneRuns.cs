using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Jobs;

/// <summary>Forgets runs that ended long ago, and their failures with them.</summary>
public sealed class PruneRuns(HubDbContext db, TimeProvider clock) : IJobWork
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task ExecuteAsync(JobReport report, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        report.Count(await db.JobRuns.Where(run => run.FinishedAt < before).ExecuteDeleteAsync(ct));
    }
}
