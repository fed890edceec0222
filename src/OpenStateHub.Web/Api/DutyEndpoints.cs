using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>What a place owes by a day, and whether it does it.</summary>
internal static class DutyEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/duties", ListAsync)
        .WithTags("Place")
        .WithSummary("Its duties with a clock as they stand today: an assessment once for each plan or commitment")
        .WithMetadata(new CachedPageAttribute("state", "page", "pageSize"));

    private static async Task<Ok<Listing<Item>>> ListAsync(
        ReadDuties read, TenantContext tenant, TimeProvider clock, HubAddresses addresses, HttpRequest request, CancellationToken ct,
        DutyState? state = null, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = (await read.ExecuteAsync(ct)).On(tenant.Current.Today(clock)).Where(standing => state is null || standing.State == state).ToList();
        return TypedResults.Ok(asked.Of([.. found.Skip(asked.Skip).Take(asked.Size).Select(standing => Item.From(standing, addresses))], found.Count, request));
    }

    /// <param name="Subject">The slug of the plan or commitment, of an assessment; null for what recurs.</param>
    /// <param name="StartedOn">The day that the clock counts from; null where it does not run, like the next two.</param>
    public sealed record Item(
        DutyCode Code, string? Subject, string? SubjectTitle, DutyState State, bool Late, int Times, int Months, DateOnly EffectiveFrom, string Source,
        DateOnly? StartedOn, DateOnly? LastOn, DateOnly? DueOn, string Url)
    {
        public static Item From(DutyStanding standing, HubAddresses addresses) => new(
            standing.Rule.Code, standing.Subject?.Slug, standing.Subject?.Title, standing.State, standing.WasLate, standing.Rule.Times, standing.Rule.Months,
            standing.Rule.EffectiveFrom, standing.Rule.Source, standing.StartedOn, standing.LastOn, standing.DueOn,
            addresses.Whole($"/obligaciones#{standing.Rule.Code}"));
    }
}
