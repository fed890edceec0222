using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The optional level between a commitment and its activities.</summary>
[Requires(Right.EditPlans)]
public sealed class ActionsModel(
    FindCommitmentParts find, AddAction add, MoveAction move, RemoveAction remove, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["title"] = nameof(Title) };

    [BindProperty]
    public string? Title { get; set; }

    public FindCommitmentParts.Result Commitment { get; private set; } = null!;

    /// <summary>Its activities stand under the commitment itself: then the rule refuses an action.</summary>
    public bool HasDirectActivities => Commitment.Actions.Count == 0 && Commitment.Activities.Count > 0;

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, CancellationToken ct) =>
        await LoadAsync(slug, commitmentSlug, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string slug, string commitmentSlug, CancellationToken ct) =>
        DoAsync(slug, commitmentSlug, () => add.ExecuteAsync(new() { CommitmentId = Commitment.Id, Title = Title ?? "" }, ct), "", ct);

    public Task<IActionResult> OnPostMoveAsync(string slug, string commitmentSlug, Guid id, Direction direction, CancellationToken ct) =>
        DoAsync(slug, commitmentSlug, () => move.ExecuteAsync(id, direction, ct), "", ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, string commitmentSlug, Guid id, int revision, CancellationToken ct)
    {
        var removed = Guid.CreateVersion7();
        return DoAsync(slug, commitmentSlug, async () => await remove.ExecuteAsync(id, revision, removed, await me.RemoverAsync(ct), ct), $"?eliminado={removed}", ct);
    }

    private async Task<IActionResult> DoAsync(string slug, string commitmentSlug, Func<Task<Refusal?>> command, string then, CancellationToken ct)
    {
        if (!await LoadAsync(slug, commitmentSlug, ct))
        {
            return NotFound();
        }

        if (await PlanEditing.TryAsync(command) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Commitment.Address("acciones") + then));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return await LoadAsync(slug, commitmentSlug, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, commitmentSlug, ct) is not { } found)
        {
            return false;
        }

        Commitment = found;
        return true;
    }
}
