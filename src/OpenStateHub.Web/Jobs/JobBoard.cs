using OpenStateHub.Core;
using OpenStateHub.Core.Jobs;
using Quartz;

namespace OpenStateHub.Web.Jobs;

/// <summary>What the operator sees of the clock, and asks of it.</summary>
public sealed class JobBoard([FromKeyedServices(HubJobs.Clock)] ISchedulerFactory schedulers, ListJobRuns runs, IConfiguration settings)
{
    private const int Shown = 7;

    private IEnumerable<HubJob> On => JobSchedule.All.Where(job => job.IsOn(settings));

    public async Task<IReadOnlyList<Row>> ReadAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var found = new List<Row>();

        foreach (var job in On)
        {
            var trigger = await scheduler.GetTrigger(HubJobs.KeyOf(job), ct);
            var isAsked = await scheduler.Exists(AskedKeyOf(job), ct);
            found.Add(new Row(job, trigger?.NextFireTimeUtc, isAsked, await runs.ExecuteAsync(job.Name, Shown, ct)));
        }

        return found;
    }

    public HubJob? Find(string name) => On.FirstOrDefault(job => job.Name == name);

    /// <summary>Runs the job now, on whichever node comes first, and once however often it is asked for before that run has ended.</summary>
    public async Task<Refusal?> AskAsync(HubJob job, Guid person, CancellationToken ct)
    {
        if ((await runs.ExecuteAsync(job.Name, most: 1, ct)).Any(row => row.Run.Outcome is JobOutcome.Running))
        {
            return JobRefusals.Running;
        }

        var scheduler = await schedulers.GetScheduler(ct);

        try
        {
            // The key is always the same, and stays taken until the run has ended: the store itself refuses a second click.
            await scheduler.ScheduleJob(
                TriggerBuilder.Create().WithIdentity(AskedKeyOf(job)).ForJob(job.Name).UsingJobData(ScheduledJob.AskedBy, $"{person:D}").StartNow().Build(),
                cancellationToken: ct);
            return null;
        }
        catch (ObjectAlreadyExistsException)
        {
            return JobRefusals.Asked;
        }
    }

    private static TriggerKey AskedKeyOf(HubJob job) => new(job.Name, "asked");

    /// <param name="NextAt">Null: the clock does not know it yet, because no node has started.</param>
    /// <param name="IsAsked">Somebody asked for it, and that run has not ended.</param>
    public sealed record Row(HubJob Job, DateTimeOffset? NextAt, bool IsAsked, IReadOnlyList<ListJobRuns.Row> Runs)
    {
        public bool IsRunning => Runs is [{ Run.Outcome: JobOutcome.Running }, ..];
    }
}

public static class JobRefusals
{
    public static readonly Refusal Running = new("job.running");
    public static readonly Refusal Asked = new("job.asked");
}
