namespace OpenStateHub.Core.Network;

/// <summary>By topic, who needs help and who offers it: the topics where both meet first, then those where nobody answers a need.</summary>
public sealed class ListMatches(ListOffers offers)
{
    private const int Most = 500;

    public sealed record TopicRow(Topic Topic, IReadOnlyList<ListOffers.Row> Needs, IReadOnlyList<ListOffers.Row> Offers)
    {
        public bool Meet => Needs.Any(need => Offers.Any(offer => offer.Slug != need.Slug));
    }

    public async Task<IReadOnlyList<TopicRow>> ExecuteAsync(CancellationToken ct)
    {
        var found = await offers.ExecuteAsync(new ListOffers.Filter(), 0, Most, ct);
        return
        [
            .. found.Rows
                .GroupBy(row => row.Offer.Topic)
                .Select(group => new TopicRow(group.Key, Of(group, OfferKind.Need), Of(group, OfferKind.Offer)))
                .OrderByDescending(row => row.Meet)
                .ThenByDescending(row => row.Needs.Count)
                .ThenBy(row => row.Topic),
        ];
    }

    private static List<ListOffers.Row> Of(IEnumerable<ListOffers.Row> rows, OfferKind kind) => [.. rows.Where(row => row.Offer.Kind == kind)];
}
