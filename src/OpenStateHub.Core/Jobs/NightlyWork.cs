using Microsoft.Extensions.DependencyInjection;

namespace OpenStateHub.Core.Jobs;

/// <summary>What the nightly walk does in each place, in the order of registration. Doing it twice does no more than once.</summary>
/// <param name="Name">As the operator's page names it.</param>
public sealed record NightlyWork(string Name, Func<IServiceProvider, CancellationToken, Task> RunAsync);

public static class NightlyWorks
{
    public static void AddNightlyWork<TWork>(this IServiceCollection services, Func<TWork, CancellationToken, Task> run)
        where TWork : notnull =>
        services.AddSingleton(new NightlyWork(typeof(TWork).Name, (scope, ct) => run(scope.GetRequiredService<TWork>(), ct)));
}
