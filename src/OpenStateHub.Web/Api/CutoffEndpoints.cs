using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>Cut-off dates and what they froze.</summary>
internal static class CutoffEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/cutoffs", ListAsync)
        .WithTags("Place")
        .WithSummary("The cut-off dates of its public plans, the latest first, with the figures that each froze; plan is a slug")
        .WithMetadata(new CachedPageAttribute("plan", "page", "pageSize"));

    private static async Task<Ok<Listing<Item>>> ListAsync(
        ListCutoffs cutoffs, HubAddresses addresses, HttpRequest request, CancellationToken ct, string? plan = null, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await cutoffs.ExecuteAsync(plan, ct);
        return TypedResults.Ok(asked.Of([.. found.Skip(asked.Skip).Take(asked.Size).Select(row => Item.From(row, addresses))], found.Count, request));
    }

    public enum State
    {
        Coming,
        Frozen,
        Cancelled,
    }

    /// <param name="Sha256">Of the text at <paramref name="ReportUrl"/>; null unless frozen, like every figure.</param>
    /// <param name="Late">How many activities were due and not done.</param>
    public sealed record Item(
        Guid Id, string Plan, DateOnly CutoffOn, State State, DateOnly RecordedOn, DateTimeOffset? FrozenAt, DateOnly? CancelledOn, string? CancellationReason,
        decimal? ReportedPercent, decimal? VerifiedPercent, int? Counted, int? Total, int? Late, int Rectifications, string? Sha256, string? Source,
        bool Demonstration, string? ReportUrl, string Url)
    {
        public static Item From(CutoffRow row, HubAddresses addresses)
        {
            var page = addresses.Whole($"/planes/{row.PlanSlug}/cortes/{row.FallsOn:yyyy-MM-dd}");
            var isFrozen = row.FrozenAt is not null;
            return new Item(
                row.Id, row.PlanSlug, row.FallsOn, isFrozen ? State.Frozen : row.CancelledOn is null ? State.Coming : State.Cancelled, row.RecordedOn, row.FrozenAt,
                row.CancelledOn, row.CancellationReason, row.Progress?.Reported, row.Progress?.Verified, row.Progress?.Counted, row.Progress?.Total,
                row.LateActivities, row.Rectifications, row.Sha256, row.Source, row.IsDemonstration, isFrozen ? page + "/informe.json" : null,
                isFrozen ? page : addresses.Whole($"/planes/{row.PlanSlug}/cortes"));
        }
    }
}
