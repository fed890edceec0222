using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>When a place gives account in public, and what came of it.</summary>
internal static class PresentationEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/presentations", ListAsync)
        .WithTags("Place")
        .WithSummary("Its public accountability sessions, the latest first")
        .WithMetadata(new CachedPageAttribute("page", "pageSize"));

    private static async Task<Ok<Listing<Item>>> ListAsync(
        ListPresentations presentations, HubAddresses addresses, HttpRequest request, CancellationToken ct, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await presentations.ExecuteAsync(ct);
        return TypedResults.Ok(asked.Of([.. found.Skip(asked.Skip).Take(asked.Size).Select(row => Item.From(row, addresses))], found.Count, request));
    }

    public sealed record Item(
        Guid Id, string? Plan, string Title, string? About, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, string? Place, string? Link, PresentationStatus Status,
        DateOnly AnnouncedOn, string? Summary, int? Attendees, string? MinutesUrl, string? CancellationReason, bool Demonstration, string Url)
    {
        public static Item From(PresentationRow row, HubAddresses addresses)
        {
            var shown = row.Presentation;
            return new Item(
                shown.Id, row.PlanSlug, shown.Title, shown.About, shown.StartsAt, shown.EndsAt, shown.Place, shown.Link, shown.Status, shown.AnnouncedOn, shown.Summary,
                shown.Attendees, shown.MinutesLink, shown.CancellationReason, shown.IsDemonstration, addresses.Whole($"/rendicion-de-cuentas/{shown.Id}"));
        }
    }
}
