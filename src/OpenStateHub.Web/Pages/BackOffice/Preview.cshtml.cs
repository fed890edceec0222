using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A plan that is not public yet, as the public will see it.</summary>
[Requires(Right.EditPlans)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreviewModel(FindPlan plans) : PageModel
{
    public PlanFigures Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await plans.PreviewAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Figures = found;
        return Page();
    }
}
