using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>Title, period and summary of a draft.</summary>
[Requires(Right.EditPlans)]
public sealed class PlanHeadModel(
    FindPlanWork find, RevisePlan revise, FormKeeping keeping, IStringLocalizer<PlanWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string FormName = "plan";

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        Kept = await keeping.OpenAsync(FormName, slug, KeptForm.MarkOf(Plan.Head), ct);
        Form = PlanForm.Of(Plan.Head);

        if (Kept.Typed is { } typed)
        {
            Form = new PlanForm();
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, slug);

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = Kept.Revision == KeptForm.MarkOf(Plan.Head)
            ? await revise.ExecuteAsync(Plan.Id, Form.Head, seen: Plan.Head, ct)
            : PlanRefusals.ChangedMeanwhile;

        if (refusal == PlanRefusals.ChangedMeanwhile)
        {
            await LoadAsync(slug, ct);
            var theirs = PlanForm.Of(Plan.Head);
            Form = SeenForm.Merge(Form, Form.Seen, theirs);
            Form.Seen = theirs.Seen;
            ModelState.Clear();
            Kept = Kept with { Revision = KeptForm.MarkOf(Plan.Head), Conflict = Conflict.Between(Form.Said(words), theirs.Said(words)) };
            refusal = Kept.Conflict is null ? null : refusal;
        }

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, reasons, PlanForm.Fields);
            return Page();
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep(Kept.SavedAddress($"/gestion/plan/{slug}")));
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        return true;
    }
}
