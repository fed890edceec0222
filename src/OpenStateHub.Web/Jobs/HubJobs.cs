namespace OpenStateHub.Web.Jobs;

public static class HubJobs
{
    public static void AddHubJobs(this IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddHostedService<WorkLoop>();
    }
}
