using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Publishing;

/// <summary>Brings a feature's published rows of this tenant up to date; each feature that publishes registers its own.</summary>
public interface IPublishedRows
{
    Task RefreshAsync(CancellationToken ct);
}

/// <summary>Writes what the other tenants may read of this one, where it differs: after a public change, and at midnight, when lateness changes.</summary>
public sealed class RefreshPublishedRows(LockLedgerHead ledger, IEnumerable<IPublishedRows> published)
{
    /// <summary>Works in the caller's transaction.</summary>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        // Two changes at once would each publish without the other's: the second waits here, and then reads both.
        await ledger.ExecuteAsync(ct);

        foreach (var rows in published)
        {
            await rows.RefreshAsync(ct);
        }
    }
}
