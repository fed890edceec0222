using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Cutoffs;

/// <summary>The cut-off days of one plan: the next one, and the report of each that is over.</summary>
[CachedPage]
public sealed class IndexModel(ListCutoffs list) : PageModel
{
    public ListCutoffs.PlanName Plan { get; private set; } = null!;
    public IReadOnlyList<CutoffRow> Rows { get; private set; } = [];

    public IReadOnlyList<CutoffRow> Frozen => [.. Rows.Where(row => row.FrozenAt is not null)];
    public IReadOnlyList<CutoffRow> Cancelled => [.. Rows.Where(row => row.CancelledOn is not null)];
    public CutoffRow? Next => Rows.Where(row => row.IsComing).MinBy(row => row.FallsOn);
    public IReadOnlyList<CutoffRow> Later => [.. Rows.Where(row => row.IsComing).OrderBy(row => row.FallsOn).Skip(1)];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await list.FindPlanAsync(slug, ct) is not { } plan)
        {
            return NotFound();
        }

        (Plan, Rows) = (plan, await list.ExecuteAsync(slug, ct));
        return Page();
    }
}
