using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>What a change is about and why it is needed: the first step of a proposal.</summary>
[Requires(Right.EditPlans)]
public sealed class ReasonModel(
    FindPlanWork plans, FindRoadmapPage find, DraftRoadmapChange draft, FormKeeping keeping, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string FormName = "roadmap";

    /// <summary>The proposal that is revised; without it a new one begins.</summary>
    private const string IdName = "propuesta";

    private static readonly Dictionary<string, string> Fields = new() { ["title"] = "Form.Title", ["reason"] = "Form.Reason" };

    [BindProperty]
    public ReasonForm Form { get; set; } = new();

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    public bool IsNew { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = IdName)] Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        Kept = await keeping.OpenAsync(FormName, SubjectOf(slug, id), KeptForm.MarkOf(Form), ct);

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, [FromQuery(Name = IdName)] Guid? id, CancellationToken ct)
    {
        var sent = Form;

        if (!await LoadAsync(slug, id, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, SubjectOf(slug, id));

        // What somebody else wrote meanwhile is read before it is replaced.
        var refusal = Kept.Revision != KeptForm.MarkOf(Form) && !IsNew
            ? PlanRefusals.ChangedMeanwhile
            : await PlanEditing.TryAsync(() => draft.ExecuteAsync(
                new DraftRoadmapChange.Input { Id = id ?? sent.Id, PlanId = Plan.Id, Title = sent.Title ?? "", Reason = sent.Reason ?? "" }, ct));

        if (refusal is null)
        {
            await keeping.ForgetAsync(Kept, ct);
            return LocalRedirect(Languages.Keep(FindRoadmapPage.AddressOf(slug, id ?? sent.Id)));
        }

        Kept = Kept with { Revision = KeptForm.MarkOf(Form) };
        Form = sent;
        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }

    private static string SubjectOf(string slug, Guid? id) => id?.ToString() ?? slug;

    private async Task<bool> LoadAsync(string slug, Guid? id, CancellationToken ct)
    {
        IsNew = id is null;

        if (id is { } known)
        {
            if (await find.ExecuteAsync(slug, known, ct) is not { } found)
            {
                return false;
            }

            (Plan, Form) = (found.Plan, new ReasonForm { Id = known, Title = found.Change.Title, Reason = found.Change.Reason });
            return true;
        }

        if (await plans.ExecuteAsync(slug, ct) is not { } plan)
        {
            return false;
        }

        (Plan, Form) = (plan, new ReasonForm { Id = Guid.CreateVersion7() });
        return true;
    }

    public sealed class ReasonForm
    {
        /// <summary>Given before the first save, so that a form sent twice begins one proposal.</summary>
        public Guid Id { get; set; }

        public string? Title { get; set; }
        public string? Reason { get; set; }
    }
}
