using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Cli.Ledger;

/// <summary>Anchors of places that were erased since: compared with what the nation kept of their chains.</summary>
internal static class ErasedAnchors
{
    /// <returns>The anchors of chains that still stand, and 1 where one of the others differs.</returns>
    public static async Task<(Dictionary<string, LedgerAnchor> Anchors, int Exit)> TellAsync(ServiceProvider hub, Dictionary<string, LedgerAnchor> anchors, CancellationToken ct)
    {
        await using var scope = hub.CreateAsyncScope();
        var (standing, exit) = (new Dictionary<string, LedgerAnchor>(), 0);

        foreach (var (slug, anchor) in anchors)
        {
            if (await scope.ServiceProvider.GetRequiredService<FindErasedChain>().ExecuteAsync(anchor, ct) is not { } erased)
            {
                standing.Add(slug, anchor);
                continue;
            }

            Console.WriteLine(FormattableString.Invariant($"{slug} was erased on {erased.ErasedOn:yyyy-MM-dd}: ") + (
                erased.Fault is { } fault ? VerifyCommand.Sentence(fault)
                : erased.IsKept ? $"its chain ended at {anchor.Sequence} as the anchor says."
                : $"entry {anchor.Sequence} was not the last of a day, and only its archive can tell."));
            exit = erased.Fault is null ? exit : 1;
        }

        return (standing, exit);
    }
}
