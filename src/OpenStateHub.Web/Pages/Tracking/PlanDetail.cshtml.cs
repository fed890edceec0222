using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>One public plan at an address that stays its own when the next plan comes.</summary>
[CachedPage]
public sealed class PlanDetailModel(FindPlan plans) : PageModel
{
    public PlanFigures Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await plans.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Plan = found;
        return Page();
    }
}
