using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>The plan that binds today or, where none does, the latest one.</summary>
[CachedPage]
public sealed class PlanModel(FindPlan plans) : PageModel
{
    /// <summary>Null where the place has not published any.</summary>
    public PlanFigures? Plan { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Plan = await plans.ExecuteAsync(null, ct);
}
