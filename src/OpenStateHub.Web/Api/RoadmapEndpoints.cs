using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Chains;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>How a published plan came to say what it says, and what was done about each commitment.</summary>
internal static class RoadmapEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var place = api.MapGroup("").WithTags("Place");
        place.MapGet("/plans/{slug}/versions", VersionsAsync)
            .WithSummary("The signed versions of a plan, the latest first, each with the change that made it")
            .WithMetadata(new CachedPageAttribute("page", "pageSize"));
        place.MapGet("/plans/{slug}/changes", ChangesAsync)
            .WithSummary("The proposed, approved and dropped changes of a plan, the latest first, value by value")
            .WithMetadata(new CachedPageAttribute("page", "pageSize"));
        place.MapGet("/commitments/{slug}/chain", ChainAsync)
            .WithSummary("What was promised, changed, reported, refused, confirmed and decided about a commitment, the latest first, each with its ledger entry")
            .WithMetadata(new CachedPageAttribute("page", "pageSize"));
    }

    /// <param name="Text">Where the whole text is, byte for byte as its hash was taken.</param>
    /// <param name="ChangeId">Null for the text that was published.</param>
    public sealed record Version(int Number, DateOnly SignedOn, string? Agreement, string Sha256, string Text, Guid? ChangeId);

    /// <param name="Version">The version that it made; null where it made none.</param>
    /// <param name="Vote">The latest one on it.</param>
    public sealed record Change(
        Guid Id, string Title, string Reason, RoadmapChangeStatus Status, DateOnly ProposedOn, string? Office, DateOnly? ApprovedOn, string? Agreement, int? Version,
        DateOnly? DroppedOn, string? DropReason, Vote? Vote, IReadOnlyList<Item> Items, bool Demonstration, string Url);

    public sealed record Vote(Guid Decision, DecisionOutcome Outcome, DateOnly? DecidedOn);

    /// <param name="Commitment">Its slug; null where the plan itself changes.</param>
    /// <param name="Before">A day as YYYY-MM-DD, a weight in hundredths of a percent, several lines with line breaks.</param>
    public sealed record Item(string? Commitment, Guid? ActionId, Guid? ActivityId, RoadmapField Field, string? Before, string? After);

    /// <param name="Sequence">Of its entry in the ledger: the first one, where the act wrote several.</param>
    public sealed record Link(
        ChainKind Kind, DateOnly? OccurredOn, string? Office, string? Sector, string? Organization, Guid? ActivityId, string? Activity, int? Percent, string? Reasons,
        Guid? ChangeId, Guid? Decision, string? Agreement, int Sequence, string RecordedAt, string Hash);

    private static async Task<Results<Ok<Listing<Version>>, NotFound>> VersionsAsync(
        string slug, ListPlanVersions versions, HubAddresses addresses, HttpRequest request, CancellationToken ct, int? page = null, int? pageSize = null)
    {
        if (await versions.ExecuteAsync(slug, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var asked = ListingPage.From(page, pageSize);
        var items = found.Versions.Skip(asked.Skip).Take(asked.Size).Select(v => new Version(
            v.Number, v.SignedOn, v.Agreement?.Value, v.Sha256, addresses.Whole($"/planes/{slug}/version.txt?numero={v.Number}"), v.ChangeId));
        return TypedResults.Ok(asked.Of([.. items], found.Versions.Count, request));
    }

    private static async Task<Results<Ok<Listing<Change>>, NotFound>> ChangesAsync(
        string slug, ListPlanVersions versions, ReadRoadmapChanges changes, HubAddresses addresses, HttpRequest request, CancellationToken ct, int? page = null,
        int? pageSize = null)
    {
        if (await versions.ExecuteAsync(slug, ct) is not { } plan)
        {
            return TypedResults.NotFound();
        }

        var asked = ListingPage.From(page, pageSize);
        var found = await changes.ExecuteAsync(plan.PlanId, drafts: false, id: null, ct);
        var items = found.Skip(asked.Skip).Take(asked.Size).Select(c => new Change(
            c.Id, c.Title, c.Reason, c.Status, c.ProposedOn!.Value, c.Office, c.ApprovedOn, c.Agreement?.Value, c.Version, c.DroppedOn, c.DropReason,
            c.Vote is { } vote ? new Vote(vote.DecisionId, vote.Outcome, vote.DecidedOn) : null,
            [.. c.Parts.SelectMany(part => part.Values.Select(v => new Item(part.Slug, part.ActionId, part.ActivityId, v.Field, v.Before, v.After)))],
            c.IsDemonstration, addresses.Whole($"/planes/{slug}/versiones#cambio-{c.Id}")));
        return TypedResults.Ok(asked.Of([.. items], found.Count, request));
    }

    private static async Task<Results<Ok<Listing<Link>>, NotFound>> ChainAsync(
        string slug, ReadCommitments commitments, ReadChain chain, HttpRequest request, CancellationToken ct, int? page = null, int? pageSize = null)
    {
        if ((await commitments.ExecuteAsync(new() { Slug = slug }, ct)).SingleOrDefault() is not { } row)
        {
            return TypedResults.NotFound();
        }

        var asked = ListingPage.From(page, pageSize);
        var found = await chain.ExecuteAsync(row.Id, slug, ct);
        var items = found.Skip(asked.Skip).Take(asked.Size).Select(link => new Link(
            link.Kind, link.Entry.OccurredOn, link.Entry.Office, link.Entry.Sector, link.Organization, link.ActivityId, link.Activity, link.Percent, link.Reasons,
            link.Change?.Id, link.Decision?.Id, link.Agreement ?? link.Change?.Agreement?.Value, link.Entry.Sequence, LedgerEntry.Instant(link.Entry.RecordedAt), link.Entry.Hash));
        return TypedResults.Ok(asked.Of([.. items], found.Count, request));
    }
}
