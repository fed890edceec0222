using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>Every figure that the country keeps, with what it counts and where it stands today.</summary>
[NationalOnly]
[CachedPage]
public sealed class IndicatorsModel(FindMetrics metrics, TenantContext tenant, TimeProvider clock) : PageModel
{
    public IReadOnlyList<NationalFigure> Figures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Figures = await metrics.ComputedAsync(tenant.Current.Today(clock), ct);
}
