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

    [BindProperty]
    public ActivityForm Form { get; set; } = new();

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, [FromQuery(Name = "hecho")] string? done, CancellationToken ct)
    {
        Done = KnownDone.Contains(done) ? done : null;
        return await ShowAsync(slug, commitmentSlug, ct) ? await StartAsync(ct) : NotFound();
    }

    /// <param name="then">Where to go on: one more activity, another commitment, or back to the plan.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, string? then, CancellationToken ct)
    {
        if (!await ShowAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, SubjectOf(Commitment));

        foreach (var (field, sentence) in Form.Missing(words).Where(missing => ModelState[missing.Field]?.Errors.Count is null or 0))
        {
            ModelState.AddModelError(field, sentence);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await PlanEditing.TryAsync(() => AddOnceAsync(ct)) is { } refusal)
        {
            return await AgainAsync(refusal, ct);
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep(then switch
        {
            "activity" => Kept.SavedAddress(Commitment.Address()) + "&hecho=agregada#agregar",
            "commitment" => Kept.SavedAddress($"/gestion/plan/{slug}/compromisos/nuevo"),
            _ => Kept.SavedAddress($"/gestion/plan/{slug}") + $"#{commitmentSlug}",
        }));
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
        if (Form.Id == Guid.Empty || (Commitment.Activities.FirstOrDefault(a => a.Id == Form.Id) is { } added && added.Text.Description != Form.Description!.Trim()))
        {
            Form.Id = Guid.CreateVersion7();
        }

        return await add.ExecuteAsync(Form.Input(Commitment.Id), ct) is { } refusal && refusal != ActivityRefusals.AlreadyAdded ? refusal : null;
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal, CancellationToken ct)
    {
        ModelState.Refuse(refusal, reasons, ActivityForm.Fields);
        return await ShowAsync(Commitment.PlanSlug, Commitment.Slug, ct) ? Page() : NotFound();
    }

    /// <summary>What was typed before and not saved, or an empty form with the owners that the commitment names.</summary>
    private async Task<PageResult> StartAsync(CancellationToken ct)
    {
        Kept = await keeping.OpenAsync(FormName, SubjectOf(Commitment), "", ct);
        Form = new ActivityForm { Id = Guid.CreateVersion7(), GovernmentOwner = Commitment.Lead, CivilSocietyOwner = Commitment.Counterpart };

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(Form, nameof(Form), typed);
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
