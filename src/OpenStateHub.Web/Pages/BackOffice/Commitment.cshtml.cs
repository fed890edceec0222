using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>One commitment of a draft, new or written already: the first screen asks what matters, the rest waits in its groups.</summary>
[Requires(Right.EditPlans)]
public sealed class CommitmentModel(
    FindPlanWork findPlan, FindCommitmentWork find, ListCommitmentChoices list, AddCommitment add, ReviseCommitment revise, FormKeeping keeping,
    IStringLocalizer<PlanWords> words, IStringLocalizer<SharedWords> shared, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string New = "nuevo";
    private const string FormName = "commitment";

    [BindProperty]
    public CommitmentForm Form { get; set; } = new();

    public FindPlanWork.Result Plan { get; private set; } = null!;

    /// <summary>As it is saved; null while it is new.</summary>
    public FindCommitmentWork.Result? Saved { get; private set; }

    public ListCommitmentChoices.Result Choices { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        Kept = await keeping.OpenAsync(FormName, $"{slug}/{commitmentSlug}", RevisionOf(Saved), ct);
        Form = Saved is null ? new CommitmentForm { Id = Guid.CreateVersion7(), AxisId = Plan.Axes.Count > 0 ? Plan.Axes[^1].Id : null } : CommitmentForm.Of(Saved);

        if (Kept.Typed is { } typed)
        {
            Form = new CommitmentForm { Id = Form.Id };
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }

        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, string? then, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, $"{slug}/{commitmentSlug}");
        Form.Id = Saved?.Id ?? (Form.Id == Guid.Empty ? Guid.CreateVersion7() : Form.Id);

        if (Form.ReasonLacksValue)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Value)}", words["Commitment_ValueMissing"]);
        }

        if (!ModelState.IsValid)
        {
            return Show();
        }

        var refusal = await SaveAsync(ct);

        if (refusal == CommitmentRefusals.ChangedMeanwhile || refusal == CommitmentRefusals.AlreadyAdded)
        {
            refusal = await CompareAsync(ct) ? refusal : null;
        }

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, reasons, CommitmentFields.Of);
            return Show();
        }

        await keeping.ForgetAsync(Kept, ct);
        var path = $"/gestion/plan/{slug}";
        var saved = (await findPlan.ExecuteAsync(slug, ct))!.Commitments.First(c => c.Id == Form.Id).Slug;
        return LocalRedirect(Languages.Keep(Kept.SavedAddress(then == "activities" ? $"{path}/compromisos/{saved}/actividades" : path)));
    }

    // A new commitment whose form was sent before is there already: from then on the form revises it.
    private Task<Refusal?> SaveAsync(CancellationToken ct) => int.TryParse(Kept.Revision, out var seen)
        ? revise.ExecuteAsync(Form.Input(Plan.Id), seen, ct)
        : add.ExecuteAsync(Form.Input(Plan.Id), ct);

    /// <summary>Puts what is saved beside what was typed; from here on the form answers to the newer one.</summary>
    /// <returns>False where both say the same: then there is nothing to decide.</returns>
    private async Task<bool> CompareAsync(CancellationToken ct)
    {
        var plan = (await findPlan.ExecuteAsync(Plan.Slug, ct))!;
        var theirs = (await find.ExecuteAsync(plan.Id, plan.Commitments.First(c => c.Id == Form.Id).Slug, ct))!;
        var axes = plan.Axes.ToDictionary(a => a.Id, a => a.Title);
        var saved = CommitmentForm.Of(theirs);
        Form = SeenForm.Merge(Form.Tidy(), Form.Seen, saved);
        Form.Seen = saved.Seen;
        Form.Number ??= theirs.Number;
        ModelState.Clear();
        Kept = Kept with { Revision = RevisionOf(theirs), Conflict = Conflict.Between(Form.Said(words, shared, axes), saved.Said(words, shared, axes)) };
        return Kept.Conflict is not null;
    }

    private async Task<bool> LoadAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (await findPlan.ExecuteAsync(slug, ct) is not { } plan)
        {
            return false;
        }

        Plan = plan;
        Choices = await list.ExecuteAsync(plan.Id, ct);
        Saved = commitmentSlug == New ? null : await find.ExecuteAsync(plan.Id, commitmentSlug, ct);
        return commitmentSlug == New || Saved is not null;
    }

    private PageResult Show()
    {
        Form.AddRows();
        return Page();
    }

    private static string RevisionOf(FindCommitmentWork.Result? saved) => saved?.Revision.ToString(Languages.English) ?? "";
}
