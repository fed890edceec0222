using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The commitments of a plan put in their order, or taken out of it.</summary>
[Requires(Right.EditPlans)]
public sealed class OrderModel(
    FindPlanWork find, MoveCommitment move, RemoveCommitment remove, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> NoFields = [];

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public string Address => $"/gestion/plan/{Plan.Slug}/orden";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await LoadAsync(slug, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostMoveAsync(string slug, Guid id, Direction direction, CancellationToken ct) =>
        DoAsync(slug, () => move.ExecuteAsync(id, direction, ct), "", ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, Guid id, int revision, CancellationToken ct)
    {
        var removed = Guid.CreateVersion7();
        return DoAsync(slug, async () => await remove.ExecuteAsync(id, revision, removed, await me.RemoverAsync(ct), ct), $"?eliminado={removed}", ct);
    }

    private async Task<IActionResult> DoAsync(string slug, Func<Task<Refusal?>> command, string then, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        if (await PlanEditing.TryAsync(command) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep(Address + then));
        }

        ModelState.Refuse(refusal, reasons, NoFields);
        return await LoadAsync(slug, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } found)
        {
            return false;
        }

        Plan = found;
        return true;
    }
}
