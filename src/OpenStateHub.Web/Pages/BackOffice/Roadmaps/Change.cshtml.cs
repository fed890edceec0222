using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>One proposal: what it changes, whether the plan would bear it, and its next step.</summary>
[Requires(Right.EditPlans)]
public sealed class ChangeModel(
    FindRoadmapPage find, CheckRoadmapChange check, ProposeRoadmapChange propose, DropRoadmapChange drop, CurrentPerson me, IStringLocalizer<RefusalWords> reasons)
    : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["dropReason"] = nameof(DropReason) };

    [BindProperty]
    public string? DropReason { get; set; }

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public RoadmapChangeRow Change { get; private set; } = null!;

    /// <summary>Why it cannot be proposed or carried out as it is; null where it can.</summary>
    public Refusal? Fault { get; private set; }

    public bool MayPropose => Change.Parts.Count > 0 && Fault is null;

    /// <summary>The sentence that says so, with what it is about where the sentence does not name it.</summary>
    public string? WhyNot => Fault is not { } fault || Change.Parts.Count == 0 ? null
        : reasons.Of(fault) is var said && fault.Detail is { } detail && !said.Contains(detail, StringComparison.Ordinal) ? $"{said} («{detail}»)"
        : said;

    public string Next => Change switch
    {
        { Status: RoadmapChangeStatus.Proposed, IsInVote: true } => "InVote",
        { Status: RoadmapChangeStatus.Proposed, Vote.Outcome: DecisionOutcome.NotPassed or DecisionOutcome.NoQuorum } => "NotPassed",
        _ => Change.Status.ToString(),
    };

    public bool IsTouched(FindPlanWork.CommitmentPart commitment) => Change.Parts.Any(part => part.CommitmentId == commitment.Id);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken ct) => await LoadAsync(slug, id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostProposeAsync(string slug, Guid id, CancellationToken ct) =>
        DoAsync(slug, id, () => propose.ExecuteAsync(id, ct), FindRoadmapPage.AddressOf(slug, id), ct);

    public async Task<IActionResult> OnPostDropAsync(string slug, Guid id, CancellationToken ct)
    {
        var isPublic = await find.ExecuteAsync(slug, id, ct) is { Change.Status: not RoadmapChangeStatus.Draft };
        return await DoAsync(slug, id, () => drop.ExecuteAsync(id, DropReason, ct), isPublic ? FindRoadmapPage.AddressOf(slug, id) : FindRoadmapPage.AddressOf(slug), ct);
    }

    private async Task<IActionResult> DoAsync(string slug, Guid id, Func<Task<Refusal?>> command, string then, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        await me.ActAsync(ct);

        if (await PlanEditing.TryAsync(command) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(then));
        }

        await LoadAsync(slug, id, ct);
        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }

    private async Task<bool> LoadAsync(string slug, Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, id, ct) is not { } found)
        {
            return false;
        }

        (Plan, Change) = found;
        Fault = Change.Status is RoadmapChangeStatus.Draft or RoadmapChangeStatus.Proposed ? await check.ExecuteAsync(id, ct) : null;
        return true;
    }
}
