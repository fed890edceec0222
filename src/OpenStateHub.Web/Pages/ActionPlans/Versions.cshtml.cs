using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>The texts of a plan as they were signed, one after the other.</summary>
[CachedPage]
public sealed class VersionsModel(ListPlanVersions versions) : PageModel
{
    public string Slug { get; private set; } = null!;
    public ListPlanVersions.Result Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await versions.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        (Slug, Plan) = (slug, found);
        return Page();
    }
}
