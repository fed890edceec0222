using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>Every figure that the country keeps, with what it counts and where it stands today.</summary>
[NationalOnly]
[CachedPage]
public sealed class IndicatorsModel(FindMetrics metrics, TenantContext tenant, TimeProvider clock, SiteFacts site) : PageModel
{
    private bool hasInventedPlan;

    public IReadOnlyList<NationalFigure> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        Figures = await metrics.ComputedAsync(today, ct);
        hasInventedPlan = await metrics.HasInventedPlanAsync(today, ct);
    }

    public bool RestsOnDemonstration(NationalFigure figure) =>
        figure.Value is not null && figure.Metric.RestsOnDemonstration(hasInventedPlan, site.IsDemonstration);
}
