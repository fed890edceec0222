using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>In a state's back office: its municipalities, and what it proposed to the nation.</summary>
[LocalOnly]
[Requires(Right.ManagePeople)]
public sealed class MunicipalitiesModel(ListPlaces places, ListProposedPlaces proposed, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    private static readonly string[] KnownDone = ["propuesta", "enviada"];

    /// <summary>What the form that led here did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public DateOnly Today => tenant.Current.Today(clock);
    public PlacesAsked Asked { get; private set; } = null!;
    public ListPlaces.Result Found { get; private set; } = null!;
    public IReadOnlyList<ListProposedPlaces.Row> Proposed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (tenant.Current.Kind is not TenantKind.State)
        {
            return NotFound();
        }

        if (PlacesAsked.From(Request.Query) is not { } asked)
        {
            return BadRequest();
        }

        Asked = asked;
        Done = KnownDone.Contains(Done) ? Done : null;
        var own = asked.Filter(Today) with { Kind = TenantKind.Municipality, Parent = tenant.Current.Slug };
        Found = await places.ExecuteAsync(own, (asked.Page - 1) * PageSize, PageSize, ct);
        Proposed = await proposed.ExecuteAsync(ct);
        return Found.Rows.Count == 0 && asked.Page > 1 ? NotFound() : Page();
    }

    public bool Waits(string slug) => Proposed.Any(row => row.Slug == slug && row.Outcome is null);

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));
}
