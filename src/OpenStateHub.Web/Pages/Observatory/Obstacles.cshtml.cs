using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>What holds plans back across the country: obstacles by cause, what is late, and what is said but not confirmed.</summary>
[NationalOnly]
[CachedPage]
public sealed class ObstaclesModel(FindMetrics metrics, TenantContext tenant, TimeProvider clock, SiteFacts site) : PageModel
{
    private bool hasInventedPlan;

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<NationalFigure> Obstacles { get; private set; } = [];

    public IReadOnlyList<NationalFigure> Others { get; private set; } = [];

    public static bool IsShown(Metric metric) => metric.IsDetail || metric.Code == "activities.late" || metric.Code.StartsWith(Metric.DutyPrefix, StringComparison.Ordinal);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var figures = (await metrics.ComputedAsync(today, ct)).Where(figure => IsShown(figure.Metric)).ToList();
        Obstacles = [.. figures.Where(figure => figure.Metric.IsObstacle).OrderByDescending(figure => figure.Value ?? 0)];
        Others = [.. figures.Where(figure => !figure.Metric.IsObstacle)];
        hasInventedPlan = await metrics.HasInventedPlanAsync(today, ct);
    }

    public bool RestsOnDemonstration(NationalFigure figure) =>
        figure.Value is not null && figure.Metric.RestsOnDemonstration(hasInventedPlan, site.IsDemonstration);
}
