using OpenStateHub.Core.Jobs;
using OpenStateHub.Web.Telemetry;
using Quartz;

namespace OpenStateHub.Web.Jobs;

/// <summary>What Quartz fires, whichever the job: its name says which line of <see cref="JobSchedule"/> it is.</summary>
/// <remarks>Where the whole job fails, not one place of it, it is tried again: the database may be back then.</remarks>
[DisallowConcurrentExecution]
[RetryPolicy("00:01:00", "00:05:00", "00:15:00")]
public sealed class ScheduledJob(RunJob run, HubMeters meters, ILogger<ScheduledJob> log) : IJob
{
    public const string AskedBy = "asked-by";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;

        if (JobSchedule.Find(name) is not { } job)
        {
            log.LogWarning("This build does not know the job {Job}: it is another build's.", name);
            return;
        }

        using var activity = Traces.Start($"job {name}");
        var asked = context.MergedJobDataMap.TryGetValue(AskedBy, out var by) && Guid.TryParse(by as string, out var person) ? person : (Guid?)null;
        var ended = await run.ExecuteAsync(new RunJob.Order(name, context.Scheduler.SchedulerInstanceId, asked), job.Work, context.CancellationToken);
        meters.JobEnded(ended);
        log.LogInformation("Job {Job} ended as {Outcome}: {Done} done, {Failed} failed.", name, ended.Outcome, ended.Done, ended.Failed);
    }
}
