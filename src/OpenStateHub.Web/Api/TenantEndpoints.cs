using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>What each place tells of itself, on its own host: drafts are nobody's to read here either.</summary>
internal static class TenantEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var place = api.MapGroup("").WithTags("Place");
        place.MapGet("/tenant", TenantAsync)
            .WithSummary("The place of this host, and how far it has come")
            .WithMetadata(new CachedPageAttribute());
        place.MapGet("/plans", PlansAsync)
            .WithSummary("Its published action plans with their figures, the running one first")
            .WithMetadata(new CachedPageAttribute("page", "pageSize"));
        place.MapGet("/commitments", CommitmentsAsync)
            .WithSummary("The commitments of its published plans; plan is a slug, late true or false")
            .WithMetadata(new CachedPageAttribute("plan", "status", "late", "page", "pageSize"));
        place.MapGet("/commitments/{slug}", CommitmentAsync)
            .WithSummary("Everything known of one commitment: actors, fields, activities, evidence and verifications")
            .WithMetadata(new CachedPageAttribute());
        place.MapGet("/secretariat", SecretariatAsync)
            .WithSummary("The seats by sector today with who sits there, the rules, the guarantor's name, the facilitator and the steps of installation")
            .WithMetadata(new CachedPageAttribute());
        place.MapGet("/sessions", SessionsAsync)
            .WithSummary("The sessions of its secretariat, the latest first; drafts are not public")
            .WithMetadata(new CachedPageAttribute("page", "pageSize"));
    }

    private static async Task<Ok<TenantApi.Place>> TenantAsync(FindPlaceCard places, HubAddresses addresses, CancellationToken ct)
    {
        var found = await places.ExecuteAsync(ct);
        return TypedResults.Ok(new TenantApi.Place(
            found.Slug, found.Name, found.Kind, found.Status, found.InegiCode, found.Parent, found.Stage, found.TimeZone, addresses.Whole("/")));
    }

    private static async Task<Ok<Listing<TenantApi.Plan>>> PlansAsync(
        ListPlans plans, HubAddresses addresses, HttpRequest request, CancellationToken ct, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await plans.ExecuteAsync(ct);
        var items = found.Skip(asked.Skip).Take(asked.Size).Select(plan => TenantApi.Plan.From(plan, addresses));
        return TypedResults.Ok(asked.Of([.. items], found.Count, request));
    }

    private static async Task<Ok<Listing<TenantApi.Commitment>>> CommitmentsAsync(
        ReadCommitments commitments, HubAddresses addresses, HttpRequest request, CancellationToken ct,
        string? plan = null, ActivityStatus? status = null, bool? late = null, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await commitments.ExecuteAsync(new() { Plan = plan, Status = status, Late = late }, ct);
        var items = found.Skip(asked.Skip).Take(asked.Size).Select(row => TenantApi.Commitment.From(row, addresses));
        return TypedResults.Ok(asked.Of([.. items], found.Count, request));
    }

    private static async Task<Results<Ok<TenantApi.CommitmentDetail>, NotFound>> CommitmentAsync(
        string slug, FindCommitment commitments, HubAddresses addresses, CancellationToken ct) =>
        await commitments.ExecuteAsync(slug, ct) is { } found
            ? TypedResults.Ok(TenantApi.CommitmentDetail.From(found, addresses))
            : TypedResults.NotFound();

    private static async Task<Ok<Listing<TenantApi.Session>>> SessionsAsync(
        ListSessions sessions, HubAddresses addresses, HttpRequest request, CancellationToken ct, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await sessions.ExecuteAsync(drafts: false, ct);
        var items = found.Skip(asked.Skip).Take(asked.Size).Select(row => TenantApi.Session.From(row, addresses));
        return TypedResults.Ok(asked.Of([.. items], found.Count, request));
    }

    private static async Task<Ok<TenantApi.SecretariatOn>> SecretariatAsync(
        FindSecretariat secretariats, TenantContext tenant, HubAddresses addresses, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok(TenantApi.SecretariatOn.From(await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct), addresses));
}
