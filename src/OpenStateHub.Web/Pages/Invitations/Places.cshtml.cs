using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>Which place to invite next, who has not answered, and who stands still: whoever has been at its stage for the longest stands first.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class PlacesModel(
    ListPlaces places, ListLastInvitations invitations, ListProposals proposals, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;
    private const int MostSuggestions = 8;

    public DateOnly Today => tenant.Current.Today(clock);
    public PlacesAsked Asked { get; private set; } = null!;
    public IReadOnlyList<StateName> States { get; private set; } = [];
    public IReadOnlyList<PlacesAtStage> Stages { get; private set; } = [];
    public ListPlaces.Result Found { get; private set; } = null!;
    public IReadOnlyDictionary<string, ListLastInvitations.Row> Invitations { get; private set; } = new Dictionary<string, ListLastInvitations.Row>();
    public IReadOnlyList<ListProposals.Row> Proposals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (PlacesAsked.From(Request.Query) is not { } asked)
        {
            return BadRequest();
        }

        Asked = asked;
        States = await places.StatesAsync(ct);
        Stages = await places.ByStageAsync(new ListPlaces.Filter(Today), ct);
        Found = await places.ExecuteAsync((asked with { LongestFirst = true }).Filter(Today), (asked.Page - 1) * PageSize, PageSize, ct);
        Invitations = await invitations.ExecuteAsync([.. Found.Rows.Select(row => row.Slug)], ct);
        Proposals = await proposals.ExecuteAsync(ct);
        return Found.Rows.Count == 0 && asked.Page > 1 ? NotFound() : Page();
    }

    /// <summary>What the search would find, while somebody types.</summary>
    public async Task<IActionResult> OnGetSuggestionsAsync(string? q, CancellationToken ct) => Partial(
        "_Suggestions",
        string.IsNullOrWhiteSpace(q) ? [] : (await places.ExecuteAsync(new ListPlaces.Filter(Today, Search: q), skip: 0, MostSuggestions, ct)).Rows);

    public int CountOf(Stage stage) => Stages.Where(p => p.Stage == stage).Sum(p => p.Count);

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));
}
