using OpenStateHub.Web.Tenancy;
using Quartz;

namespace OpenStateHub.Web.Jobs;

/// <summary>
/// Writes the schedule into the store at the start of a node. A trigger that stands there as wanted is left alone: it knows which time
/// was missed while no node ran, and makes up for it by one run.
/// </summary>
public sealed class WriteSchedule([FromKeyedServices(HubJobs.Clock)] ISchedulerFactory schedulers, HostMap hosts, IConfiguration settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hosts.National!.TimeZone);

        foreach (var job in JobSchedule.All)
        {
            if (!job.IsOn(settings))
            {
                await scheduler.DeleteJob(new JobKey(job.Name), cancellationToken);
                continue;
            }

            await scheduler.AddJob(
                JobBuilder.Create<ScheduledJob>().WithIdentity(job.Name).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);

            var cron = $"0 {job.At.Minute} {job.At.Hour} * * ?";
            var stored = await scheduler.GetTrigger(HubJobs.KeyOf(job), cancellationToken) as ICronTrigger;

            if (stored is null || stored.CronExpressionString != cron || stored.TimeZone.Id != zone.Id)
            {
                var trigger = TriggerBuilder.Create()
                    .WithIdentity(HubJobs.KeyOf(job))
                    .ForJob(job.Name)
                    .WithCronSchedule(cron, clock => clock.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                    .Build();
                await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
