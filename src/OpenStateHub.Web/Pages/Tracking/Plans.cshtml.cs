using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>Every plan that the place has published.</summary>
[CachedPage]
public sealed class PlansModel(ListPlans plans) : PageModel
{
    public IReadOnlyList<PlanFigures> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Plans = await plans.ExecuteAsync(ct);
}
