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
    public string? Description { get; set; }

    [BindProperty]
    public string? Deliverable { get; set; }

    [BindProperty]
    public DateOnly? StartsOn { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? GovernmentOwner { get; set; }

    [BindProperty]
    public string? CivilSocietyOwner { get; set; }

    /// <summary>One a line.</summary>
    [BindProperty]
    public string? Means { get; set; }

    [BindProperty]
    public string? Weight { get; set; }

    /// <summary>What it weighed when the form was opened: only a weight that the person changed is set.</summary>
    [BindProperty]
    public string? WeightWas { get; set; }

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    /// <summary>Null where somebody took it out while this form was open.</summary>
    public FindCommitmentParts.ActivityPart? Activity { get; private set; }

    public KeptForm Kept { get; private set; } = null!;

    public int Siblings => Commitment.Activities.Count(a => a.ActionId == Activity?.ActionId);

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, id, ct) || Activity is not { Text: var text })
        {
            return NotFound();
        }

        (Description, Deliverable, StartsOn, DueOn) = (text.Description, text.Deliverable, text.StartsOn, text.DueOn);
        (GovernmentOwner, CivilSocietyOwner, Means) = (text.GovernmentOwner, text.CivilSocietyOwner, string.Join('\n', text.MeansOfVerification));
        WeightWas = Weight = WeightText.Of(Activity.Weight);
        Kept = await keeping.OpenAsync(FormName, SubjectOf(id), RevisionOf(Activity), ct);

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(
                this, "", typed, m => m.Description, m => m.Deliverable, m => m.StartsOn, m => m.DueOn, m => m.GovernmentOwner, m => m.CivilSocietyOwner,
                m => m.Means, m => m.Weight, m => m.WeightWas);
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
        var weight = Weight?.Trim() == WeightWas ? null : WeightText.Read(Weight);

        if (weight is null && Weight?.Trim() != WeightWas)
        {
            ModelState.AddModelError(nameof(Weight), words["Weight_Unreadable"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A form that does not say what its writer saw has seen nothing.
        var seen = int.TryParse(Kept.Revision, out var revision) ? revision : -1;
        var input = new ReviseActivity.Input { ActivityId = id, Revision = seen, Text = Text(), Weight = weight };
        var refusal = await PlanEditing.TryAsync(() => revise.ExecuteAsync(input, ct));

        if (refusal == PlanRefusals.ChangedMeanwhile)
        {
            refusal = await CompareAsync(slug, commitmentSlug, id, ct) ? refusal : null;
        }

        if (refusal is null)
        {
            await keeping.ForgetAsync(Kept, ct);
            return LocalRedirect(Languages.Keep(Kept.SavedAddress(Commitment.Address()) + $"&hecho={(weight is null ? "guardada" : "pesos")}#actividad-{id}"));
        }

        await LoadAsync(slug, commitmentSlug, id, ct);
        ModelState.Refuse(refusal, reasons, PlanEditing.ActivityFields);
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

        Kept = Kept with { Revision = RevisionOf(Activity), Conflict = Conflict.Between(Said(Text().Tidy()), Said(Activity.Text)) };
        return Kept.Conflict is not null;
    }

    private IEnumerable<(string, string?)> Said(ActivityText text) =>
    [
        (words["Field_Description"], text.Description), (words["Field_Deliverable"], text.Deliverable),
        (words["Field_Start"], text.StartsOn is { } from ? Dates.Words(from) : null), (words["Field_Due"], text.DueOn is { } due ? Dates.Words(due) : null),
        (words["Field_Government"], text.GovernmentOwner), (words["Field_CivilSociety"], text.CivilSocietyOwner),
        (words["Field_Means"], string.Join('\n', text.MeansOfVerification)),
    ];

    private static string SubjectOf(Guid id) => id.ToString();

    private static string RevisionOf(FindCommitmentParts.ActivityPart activity) => activity.Revision.ToString(Languages.Spanish);

    private ActivityText Text() => new()
    {
        Description = Description ?? "",
        Deliverable = Deliverable,
        StartsOn = StartsOn,
        DueOn = DueOn,
        GovernmentOwner = GovernmentOwner,
        CivilSocietyOwner = CivilSocietyOwner,
        MeansOfVerification = (Means ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

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
