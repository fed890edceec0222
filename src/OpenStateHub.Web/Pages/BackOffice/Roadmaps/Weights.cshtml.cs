using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>What the children of one parent are to weigh from the next version on.</summary>
[Requires(Right.EditPlans)]
public sealed class WeightsModel(
    FindRoadmapPage find, FindRoadmapPart read, WriteRoadmapPart write, IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ActivityWords> words) : PageModel
{
    [BindProperty(Name = "compromiso", SupportsGet = true)]
    public Guid CommitmentId { get; set; }

    /// <summary>The action whose activities are weighed; null for the children of the commitment itself.</summary>
    [BindProperty(Name = "accion", SupportsGet = true)]
    public Guid? ActionId { get; set; }

    /// <summary>In percent, as typed.</summary>
    [BindProperty]
    public Dictionary<Guid, string?> Typed { get; set; } = [];

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public RoadmapChangeRow Change { get; private set; } = null!;

    public IReadOnlyList<FindRoadmapPart.Child> Children { get; private set; } = [];

    public int Total => Typed.Values.Sum(typed => WeightText.Read(typed) ?? 0);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        Typed = Children.ToDictionary(child => child.Id, child => (string?)WeightText.Of(child.Proposed));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        foreach (var (child, _) in Typed.Where(pair => WeightText.Read(pair.Value) is null or 0))
        {
            ModelState.AddModelError($"Typed[{child}]", words["Weight_Unreadable"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var weights = Typed.ToDictionary(pair => pair.Key, pair => WeightText.Read(pair.Value)!.Value);

        if (await PlanEditing.TryAsync(() => write.WeighAsync(id, CommitmentId, ActionId, weights, ct)) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(FindRoadmapPage.AddressOf(slug, id)));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, id, ct) is not { Change.Status: RoadmapChangeStatus.Draft } found
            || await read.ListChildrenAsync(id, CommitmentId, ActionId, ct) is not { } children)
        {
            return false;
        }

        (Plan, Change, Children) = (found.Plan, found.Change, children);
        return true;
    }
}
