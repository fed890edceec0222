using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>The place's chain with every field that is hashed, for anybody who wants to check it.</summary>
internal static class LedgerEndpoints
{
    /// <param name="RecordedAt">Text as it is hashed: UTC in whole milliseconds.</param>
    /// <param name="Hash">SHA-256 of the nine fields before it, in this order, joined by line feeds, in UTF-8; null is an empty line.</param>
    public sealed record Item(
        int Sequence, string RecordedAt, string? OccurredOn, string? Office, string? Sector, string Act, string Subject, string ContentHash, string PreviousHash, string Hash);

    public static void Map(RouteGroupBuilder api) =>
        api.MapGroup("").WithTags("Ledger").MapGet("/ledger", EntriesAsync)
            .WithSummary("The chained history of the place, oldest first; after is the sequence behind which to begin")
            .WithMetadata(new CachedPageAttribute("after", "pageSize"));

    private static async Task<Ok<Listing<Item>>> EntriesAsync(
        ListLedger ledger, HttpRequest request, CancellationToken ct, int? after = null, int? pageSize = null)
    {
        var (behind, size) = (Math.Max(after ?? 0, 0), ListingPage.From(null, pageSize).Size);
        var (entries, total) = await ledger.AfterAsync(behind, size, ct);
        var last = entries.Count == 0 ? total : entries[^1].Sequence;
        return TypedResults.Ok(new Listing<Item>([.. entries.Select(ItemOf)], total, last < total ? NextAddress(request, last, size) : null));
    }

    private static Item ItemOf(LedgerEntry entry) => new(
        entry.Sequence,
        LedgerEntry.Instant(entry.RecordedAt),
        LedgerEntry.Day(entry.OccurredOn),
        entry.Office,
        entry.Sector,
        entry.Act,
        entry.Subject.ToString(),
        entry.ContentHash,
        entry.PreviousHash,
        entry.Hash);

    private static string NextAddress(HttpRequest request, int after, int size)
    {
        var query = new Dictionary<string, string?> { ["after"] = after.ToString(CultureInfo.InvariantCulture) };

        if (size != ListingPage.DefaultSize)
        {
            query["pageSize"] = size.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString($"{request.Scheme}://{request.Host}{request.Path}", query);
    }
}
