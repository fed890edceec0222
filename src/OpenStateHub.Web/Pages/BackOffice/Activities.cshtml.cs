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

/// <summary>The activities of one commitment: what each weighs, in what order they stand, and one more.</summary>
[Requires(Right.EditPlans)]
public sealed class ActivitiesModel(
    FindCommitmentParts find, AddActivity add, MoveActivity move, RemoveActivity remove, FormKeeping keeping, CurrentPerson me,
    IStringLocalizer<RefusalWords> reasons, IStringLocalizer<ActivityWords> words) : PageModel
{
    private const string FormName = "new-activity";
    private static readonly string[] KnownDone = ["agregada", "guardada", "pesos"];

    /// <summary>Of the activity that the form adds: sent twice, it adds once.</summary>
    [BindProperty]
    public Guid NewId { get; set; } = Guid.CreateVersion7();

    [BindProperty]
    public Guid? ActionId { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Deliverable { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? GovernmentOwner { get; set; }

    [BindProperty]
    public string? CivilSocietyOwner { get; set; }

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, [FromQuery(Name = "hecho")] string? done, CancellationToken ct)
    {
        Done = KnownDone.Contains(done) ? done : null;
        return await ShowAsync(slug, commitmentSlug, ct) ? await StartAsync(ct) : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, [FromForm(Name = "otra")] bool another, CancellationToken ct)
    {
        if (!await ShowAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, SubjectOf(Commitment));
        Require(nameof(Description), string.IsNullOrWhiteSpace(Description), words["Activity_DescriptionMissing"]);
        Require(nameof(Deliverable), string.IsNullOrWhiteSpace(Deliverable), words["Activity_DeliverableMissing"]);
        Require(nameof(DueOn), DueOn is null, words["Activity_DueMissing"]);

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await PlanEditing.TryAsync(() => AddOnceAsync(ct)) is { } refusal)
        {
            return await AgainAsync(refusal, ct);
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep(another
            ? Kept.SavedAddress(Commitment.Address()) + "&hecho=agregada#agregar"
            : Kept.SavedAddress($"/gestion/plan/{slug}") + $"#{commitmentSlug}"));
    }

    public Task<IActionResult> OnPostMoveAsync(string slug, string commitmentSlug, Guid id, Direction direction, CancellationToken ct) =>
        DoAsync(slug, commitmentSlug, () => move.ExecuteAsync(id, direction, ct), $"#actividad-{id}", ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, string commitmentSlug, Guid id, int revision, CancellationToken ct)
    {
        var removed = Guid.CreateVersion7();
        return DoAsync(slug, commitmentSlug, async () => await remove.ExecuteAsync(id, revision, removed, await me.RemoverAsync(ct), ct), $"?eliminado={removed}", ct);
    }

    private async Task<IActionResult> DoAsync(string slug, string commitmentSlug, Func<Task<Refusal?>> command, string then, CancellationToken ct)
    {
        if (!await ShowAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        ModelState.Clear();

        if (await PlanEditing.TryAsync(command) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Commitment.Address() + then));
        }

        await AgainAsync(refusal, ct);
        return await StartAsync(ct);
    }

    /// <summary>The same form again, by an impatient finger, adds nothing; another text under the same id is another activity.</summary>
    private async Task<Refusal?> AddOnceAsync(CancellationToken ct)
    {
        if (Commitment.Activities.FirstOrDefault(a => a.Id == NewId) is { } added && added.Text.Description != Description!.Trim())
        {
            NewId = Guid.CreateVersion7();
        }

        return await add.ExecuteAsync(Input(), ct) is { } refusal && refusal != ActivityRefusals.AlreadyAdded ? refusal : null;
    }

    private AddActivity.Input Input() => new()
    {
        Id = NewId,
        CommitmentId = Commitment.Id,
        ActionId = ActionId,
        Description = Description!,
        Deliverable = Deliverable,
        DueOn = DueOn,
        GovernmentOwner = GovernmentOwner,
        CivilSocietyOwner = CivilSocietyOwner,
    };

    private void Require(string field, bool isMissing, string sentence)
    {
        if (isMissing && ModelState[field]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError(field, sentence);
        }
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken ct)
    {
        ModelState.Refuse(refusal, reasons, PlanEditing.ActivityFields);
        return await ShowAsync(Commitment.PlanSlug, Commitment.Slug, ct) ? Page() : NotFound();
    }

    /// <summary>What was typed before and not saved, or an empty form with the owners that the commitment names.</summary>
    private async Task<PageResult> StartAsync(CancellationToken ct)
    {
        (GovernmentOwner, CivilSocietyOwner) = (Commitment.Lead, Commitment.Counterpart);
        Kept = await keeping.OpenAsync(FormName, SubjectOf(Commitment), "", ct);

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(
                this, "", typed, m => m.NewId, m => m.ActionId, m => m.Description, m => m.Deliverable, m => m.DueOn, m => m.GovernmentOwner, m => m.CivilSocietyOwner);
        }

        return Page();
    }

    private static string SubjectOf(FindCommitmentParts.Result commitment) => $"{commitment.PlanSlug}/{commitment.Slug}";

    private async Task<bool> ShowAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, commitmentSlug, ct) is not { } found)
        {
            return false;
        }

        Commitment = found;
        return true;
    }
}
