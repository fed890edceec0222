using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The axes of a draft: added, renamed, moved, and removed while empty.</summary>
[Requires(Right.EditPlans)]
public sealed class AxesModel(
    FindPlanWork find, AddAxis add, RenameAxis rename, MoveAxis move, RemoveAxis remove, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> OfNew = new() { ["title"] = nameof(NewTitle) };
    private static readonly Dictionary<string, string> OfNone = [];

    [BindProperty]
    public Guid AxisId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => ShowAsync(slug, ct);

    public Task<IActionResult> OnPostAddAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, plan => add.ExecuteAsync(new AddAxis.Input { PlanId = plan, Title = NewTitle ?? "" }, ct), OfNew, ct);

    public Task<IActionResult> OnPostRenameAsync(string slug, CancellationToken ct) =>
        DoAsync(slug, plan => rename.ExecuteAsync(plan, AxisId, Title, ct), OfNone, ct);

    public Task<IActionResult> OnPostUpAsync(string slug, CancellationToken ct) => DoAsync(slug, plan => move.ExecuteAsync(plan, AxisId, -1, ct), OfNone, ct);

    public Task<IActionResult> OnPostDownAsync(string slug, CancellationToken ct) => DoAsync(slug, plan => move.ExecuteAsync(plan, AxisId, 1, ct), OfNone, ct);

    public Task<IActionResult> OnPostRemoveAsync(string slug, CancellationToken ct) => DoAsync(slug, plan => remove.ExecuteAsync(plan, AxisId, ct), OfNone, ct);

    /// <summary>What was typed, where its change was refused.</summary>
    public string TitleOf(FindPlanWork.AxisPart axis) => axis.Id == AxisId && Title is { } typed ? typed : axis.Title;

    private async Task<IActionResult> DoAsync(string slug, Func<Guid, Task<Refusal?>> change, Dictionary<string, string> fields, CancellationToken ct)
    {
        if (await ShowAsync(slug, ct) is not PageResult page)
        {
            return NotFound();
        }

        if (await change(Plan.Id) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/plan/{slug}/ejes"));
        }

        ModelState.Refuse(refusal, reasons, fields);
        return page;
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        return Page();
    }
}
