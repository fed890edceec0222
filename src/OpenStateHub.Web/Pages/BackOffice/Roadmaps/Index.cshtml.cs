using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>The changes of one plan: being written, proposed, decided.</summary>
[Requires(Right.EditPlans)]
public sealed class IndexModel(FindPlanWork plans, ReadRoadmapChanges changes) : PageModel
{
    public FindPlanWork.Result Plan { get; private set; } = null!;

    public IReadOnlyList<RoadmapChangeRow> Changes { get; private set; } = [];

    public bool MayPropose => Plan is { IsTranscription: false, Status: PlanStatus.Published or PlanStatus.InImplementation };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await plans.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        (Plan, Changes) = (found, await changes.ExecuteAsync(found.Id, drafts: true, id: null, ct));
        return Page();
    }
}
