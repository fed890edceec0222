using Npgsql;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using Quartz;

namespace OpenStateHub.Web.Jobs;

public static class HubJobs
{
    /// <summary>A node that did not say for that long that it lives is taken for dead, and its jobs are run by another.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The scheduler's name, and the key of its services. Named, so that its clock is its own.</summary>
    public const string Clock = "hub";

    /// <summary>This process, as the record of a run and the cluster name it: never the same twice, also where every container is process 1.</summary>
    private static readonly string Node = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..4]}";

    /// <summary>How soon a node sees what another one was asked for.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    public static void AddHubJobs(this IServiceCollection services, MailDelivery mail)
    {
        services.AddSingleton<WorkSignal>();
        services.AddLoop([.. Enum.GetValues<WorkKind>().Where(kind => kind is not WorkKind.Mail)]);

        // Apart, because a slow mail server must hold up no other work. Without a server letters wait, for a node that has one.
        if (mail.Server is not null)
        {
            services.AddLoop([WorkKind.Mail]);
        }

        services.AddScoped<JobBoard>();
        services.AddClock();
    }

    public static TriggerKey KeyOf(HubJob job) => new(job.Name, "clock");

    private static void AddLoop(this IServiceCollection services, params IReadOnlyList<WorkKind> kinds) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<WorkLoop>(provider, kinds));

    private static void AddClock(this IServiceCollection services)
    {
        services.AddQuartz(Clock, quartz =>
        {
            // By the real clock, whatever clock the work itself goes by.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceId = Node;
                options.IdleWaitTime = Look;
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, Patience));
                store.ConfigureStore(options =>
                {
                    // Its tables are a migration, which /health/ready looks for: Quartz need not look at each of them at every start.
                    options.SchemaProvisioning = SchemaProvisioning.None;
                    options.StoreJobDataAsStrings = true;
                    options.RecoverFiringsCancelledByShutdown = true;
                });
            });
        });
        services.AddScoped<ScheduledJob>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<WriteSchedule>();
    }
}
