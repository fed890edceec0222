using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>All fields of one activity.</summary>
[Requires(Right.EditPlans)]
public sealed class ActivityModel(
    FindCommitmentParts find, ReviseActivity revise, IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ActivityWords> words) : PageModel
{
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

    /// <summary>The revision that the person saw.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    /// <summary>Null where somebody took it out while this form was open.</summary>
    public FindCommitmentParts.ActivityPart? Activity { get; private set; }

    /// <summary>Somebody changed it while this form was open: both texts stand on the page.</summary>
    public bool IsConflict { get; private set; }

    public int Siblings => Commitment.Activities.Count(a => a.ActionId == Activity?.ActionId);

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, id, ct) || Activity is not { Text: var text })
        {
            return NotFound();
        }

        (Description, Deliverable, StartsOn, DueOn) = (text.Description, text.Deliverable, text.StartsOn, text.DueOn);
        (GovernmentOwner, CivilSocietyOwner, Means) = (text.GovernmentOwner, text.CivilSocietyOwner, string.Join('\n', text.MeansOfVerification));
        (Revision, Weight) = (Activity.Revision, WeightText.Of(Activity.Weight));
        WeightWas = Weight;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, id, ct))
        {
            return NotFound();
        }

        var weight = Weight?.Trim() == WeightWas ? null : WeightText.Read(Weight);

        if (weight is null && Weight?.Trim() != WeightWas)
        {
            ModelState.AddModelError(nameof(Weight), words["Weight_Unreadable"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = new ReviseActivity.Input { ActivityId = id, Revision = Revision, Text = Text(), Weight = weight };

        if (await PlanEditing.TryAsync(() => revise.ExecuteAsync(input, ct)) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Commitment.Address() + $"?hecho={(weight is null ? "guardada" : "pesos")}#actividad-{id}"));
        }

        await LoadAsync(slug, commitmentSlug, id, ct);
        ModelState.Refuse(refusal, reasons, PlanEditing.ActivityFields);

        if (refusal == PlanSteps.ChangedMeanwhile && Activity is not null)
        {
            // Who has read both and saves again, decides.
            IsConflict = true;
            ModelState.Remove(nameof(Revision));
            Revision = Activity.Revision;
        }

        return Page();
    }

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
