using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>All fields of one activity.</summary>
[Requires(Right.EditPlans)]
public sealed class ActivityModel(
    FindCommitmentParts find, ReviseActivity revise, FormKeeping keeping, IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ActivityWords> words) : PageModel
{
    private const string FormName = "activity";

    [BindProperty]
    public ActivityForm Form { get; set; } = new();

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    /// <summary>Null where somebody took it out while this form was open.</summary>
    public FindCommitmentParts.ActivityPart? Activity { get; private set; }

    public KeptForm Kept { get; private set; } = null!;

    public int Siblings => Commitment.Activities.Count(a => a.ActionId == Activity?.ActionId);

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, id, ct) || Activity is null)
        {
            return NotFound();
        }

        Form = ActivityForm.Of(Activity);
        Kept = await keeping.OpenAsync(FormName, SubjectOf(id), RevisionOf(Activity), ct);

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, id, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, SubjectOf(id));

        if (Form.WeightIsUnreadable)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Weight)}", words["Weight_Unreadable"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A form that does not say what its writer saw has seen nothing.
        var seen = int.TryParse(Kept.Revision, out var revision) ? revision : -1;
        var input = new ReviseActivity.Input { ActivityId = id, Revision = seen, Text = Form.Text(), Weight = Form.NewWeight };
        var refusal = await PlanEditing.TryAsync(() => revise.ExecuteAsync(input, ct));

        if (refusal == PlanRefusals.ChangedMeanwhile)
        {
            refusal = await CompareAsync(slug, commitmentSlug, id, ct) ? refusal : null;
        }

        if (refusal is null)
        {
            await keeping.ForgetAsync(Kept, ct);
            return LocalRedirect(Languages.Keep(Kept.SavedAddress(Commitment.Address()) + $"&hecho={(Form.NewWeight is null ? "guardada" : "pesos")}#actividad-{id}"));
        }

        await LoadAsync(slug, commitmentSlug, id, ct);
        ModelState.Refuse(refusal, reasons, ActivityForm.Fields);
        return Page();
    }

    /// <summary>Puts what is saved beside what was typed; who has read both and saves again, decides.</summary>
    /// <returns>False where both say the same: then there is nothing to decide.</returns>
    private async Task<bool> CompareAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        await LoadAsync(slug, commitmentSlug, id, ct);

        if (Activity is null)
        {
            return true;
        }

        var theirs = ActivityForm.Of(Activity);
        Form = SeenForm.Merge(Form, Form.Seen, theirs);
        Form.Seen = theirs.Seen;
        ModelState.Clear();
        Kept = Kept with { Revision = RevisionOf(Activity), Conflict = Conflict.Between(ActivityForm.Said(Form.Text().Tidy(), words), ActivityForm.Said(Activity.Text, words)) };
        return Kept.Conflict is not null;
    }

    private static string SubjectOf(Guid id) => id.ToString();

    private static string RevisionOf(FindCommitmentParts.ActivityPart activity) => activity.Revision.ToString(Languages.Spanish);

    private async Task<bool> LoadAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, commitmentSlug, ct) is not { } found)
        {
            return false;
        }

        (Commitment, Activity) = (found, found.Activities.FirstOrDefault(a => a.Id == id));
        return true;
    }
}
