using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>The texts of a plan as they were signed, what each changed and by which agreement, and what is proposed to change.</summary>
[CachedPage]
public sealed class VersionsModel(ListPlanVersions versions, ReadRoadmapChanges read) : PageModel
{
    private IReadOnlyList<RoadmapChangeRow> changes = [];

    public string Slug { get; private set; } = null!;
    public ListPlanVersions.Result Plan { get; private set; } = null!;

    public IReadOnlyList<RoadmapChangeRow> Pending => [.. changes.Where(change => change.Status is RoadmapChangeStatus.Proposed)];

    public IReadOnlyList<RoadmapChangeRow> Dropped => [.. changes.Where(change => change.Status is RoadmapChangeStatus.Dropped)];

    public RoadmapChangeRow? ChangeOf(ListPlanVersions.Row version) => changes.FirstOrDefault(change => change.Version == version.Number);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await versions.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        (Slug, Plan, changes) = (slug, found, await read.ExecuteAsync(found.PlanId, drafts: false, id: null, ct));
        return Page();
    }
}
