using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>What the secretariat put to the vote, how each sector and each seat voted, and why it came out so.</summary>
internal static class DecisionEndpoints
{
    /// <param name="Choice">Null: it was there and did not vote.</param>
    public sealed record SeatItem(string Organization, VoteChoice? Choice, string? Reason);

    /// <param name="Vote">One vote a sector; equal numbers or none are an abstention.</param>
    /// <param name="Seats">Those that were there or, in writing, that answered.</param>
    public sealed record SectorItem(Sector Sector, VoteChoice Vote, int Present, IReadOnlyList<SeatItem> Seats);

    /// <param name="Subject">What it is about, as the ledger names it; null for a matter that is about nothing that exists yet.</param>
    /// <param name="Explanation">One sentence that says why, in the language asked for.</param>
    /// <param name="Session">Null: in writing.</param>
    /// <param name="ClosesAt">The deadline of a vote in writing.</param>
    /// <param name="Agreement">The number of the agreement that it became; null where it did not pass.</param>
    public sealed record Item(
        Guid Id, string? Subject, string Title, DecisionOutcome Outcome, DecisionRule Rule, IReadOnlyList<SectorItem> Sectors, DateOnly? DecidedOn,
        string Explanation, Matter Matter, string Text, Guid? Session, DateTimeOffset OpenedAt, DateTimeOffset? ClosesAt, DateTimeOffset? ClosedAt,
        string? Agreement, bool Demonstration, string Url);

    public static void Map(RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("").WithTags("Decisions");
        decisions.MapGet("/decisions", DecisionsAsync)
            .WithSummary("The votes of the secretariat, the latest first; open true or false")
            .WithMetadata(new CachedPageAttribute("open", "page", "pageSize"));
        decisions.MapGet("/decisions/{id:guid}", DecisionAsync)
            .WithSummary("One vote of the secretariat")
            .WithMetadata(new CachedPageAttribute());
    }

    private static async Task<Ok<Listing<Item>>> DecisionsAsync(
        ReadDecisions read, DecisionSentences sentences, HubAddresses addresses, HttpRequest request, CancellationToken ct,
        bool? open = null, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var (rows, total) = await read.ExecuteAsync(new ReadDecisions.Filter(IsOpen: open), asked.Skip, asked.Size, ct);
        return TypedResults.Ok(asked.Of([.. rows.Select(row => ItemOf(row, sentences, addresses))], total, request));
    }

    private static async Task<Results<Ok<Item>, NotFound>> DecisionAsync(
        Guid id, ReadDecisions read, DecisionSentences sentences, HubAddresses addresses, CancellationToken ct) =>
        await read.FindAsync(id, ct) is { } row ? TypedResults.Ok(ItemOf(row, sentences, addresses)) : TypedResults.NotFound();

    private static Item ItemOf(DecisionRow row, DecisionSentences sentences, HubAddresses addresses) => new(
        row.Decision.Id,
        row.Decision.Subject,
        row.Decision.Title,
        row.Decision.Outcome,
        row.Decision.Rule,
        [.. row.Tally.BySector.Select(sector => new SectorItem(
            sector.Sector,
            sector.Vote,
            sector.Present,
            [.. row.Seats.Where(seat => seat.Sector == sector.Sector && seat.IsThere).Select(seat => new SeatItem(seat.Organization, seat.Choice, seat.Reason))]))],
        row.Decision.DecidedOn,
        sentences.Why(row),
        row.Decision.Matter,
        row.Decision.Text,
        row.Decision.SessionId,
        row.Decision.OpenedAt,
        row.Decision.ClosesAt,
        row.Decision.ClosedAt,
        row.Agreement?.Number.Value,
        row.Decision.IsDemonstration,
        addresses.Whole($"/decisiones/{row.Decision.Id}"));
}
