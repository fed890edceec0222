using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Jobs;

/// <summary>Forgets runs that ended long ago, and their failures with them; takes away files of places that are no tenants.</summary>
public sealed class PruneRuns(HubDbContext db, SweepLeftFolders folders, TimeProvider clock) : IJobWork
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task ExecuteAsync(JobReport report, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Kept;
        report.Count(await db.JobRuns.Where(run => run.FinishedAt < before).ExecuteDeleteAsync(ct));
        report.Count(await folders.ExecuteAsync(ct) ?? 0);
    }
}
