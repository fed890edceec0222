using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Jobs;

namespace OpenStateHub.Web.Jobs;

/// <summary>What the clock does, one line a job. The work itself is a class of Core.</summary>
public static class JobSchedule
{
    // Later than midnight of the westernmost zone, so that the walk finds each place in its new day.
    public static readonly IReadOnlyList<HubJob> All =
    [
        HubJob.Daily<WalkPlaces>("nightly-walk", new TimeOnly(3, 15)),
        HubJob.Daily<NightlyBackup>("backup", new TimeOnly(3, 45)) with { IsOn = BackupSetup.IsOn },
        HubJob.Daily<PruneRuns>("prune-runs", new TimeOnly(4, 30)),
    ];

    public static HubJob? Find(string name) => All.FirstOrDefault(job => job.Name == name);
}

/// <param name="Name">Its key in the store, its record and the words of its page.</param>
/// <param name="At">By the clock of the national tenant, every day.</param>
/// <param name="Work">In a scope of the national tenant.</param>
public sealed record HubJob(string Name, TimeOnly At, Func<IServiceProvider, JobReport, CancellationToken, Task> Work)
{
    /// <summary>Whether this installation's settings ask for it.</summary>
    public Func<IConfiguration, bool> IsOn { get; init; } = _ => true;

    public static HubJob Daily<TWork>(string name, TimeOnly at)
        where TWork : IJobWork => new(name, at, (scope, report, ct) => scope.GetRequiredService<TWork>().ExecuteAsync(report, ct));
}
