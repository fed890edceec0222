using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Life;

/// <summary>The life of one place as an operator looks after it.</summary>
[NationalOnly]
[Requires(Right.SuspendPlaces)]
public sealed class IndexModel(FindPlaceLife find, TenantContext tenant) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>What the form that led here did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public FindPlaceLife.Result Found { get; private set; } = null!;

    public Tenant Place => Found.Place;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(Slug, ct) is not { } found || found.Place.IsNational)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    /// <summary>The day by the calendar of the nation.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));
}
