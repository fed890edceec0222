using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>Loads <c>seeds/reference</c>: what every hub knows before its first tenant. One step a file, each safe to repeat.</summary>
internal static class SeedReference
{
    private static readonly IReadOnlyList<Step> Steps =
    [
        new("states.json", StatesAsync),
    ];

    /// <param name="national">The national scope.</param>
    public static async Task RunAsync(IServiceProvider national, CancellationToken ct)
    {
        foreach (var step in Steps)
        {
            Console.WriteLine($"{step.File}: {await step.LoadAsync(national, ct)}");
        }
    }

    private static async Task<string> StatesAsync(IServiceProvider national, CancellationToken ct)
    {
        var reference = await PlaceReference.ReadAsync(SeedFiles.Reference, ct);
        var states = await national.GetRequiredService<ImportStates>().ExecuteAsync(reference, ct);
        return $"{states.Added} states added, {states.Changed} changed, {states.Unchanged} as before.";
    }

    /// <param name="LoadAsync">Works in the national scope and says in one sentence what it did.</param>
    private sealed record Step(string File, Func<IServiceProvider, CancellationToken, Task<string>> LoadAsync);
}
