using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What was taken out of a plan, and the way back.</summary>
[Requires(Right.EditPlans)]
public sealed class RemovedModel(
    FindPlanWork plans, ListRemovedParts list, RestorePlanPart restore, TenantContext tenant, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> NoFields = [];

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public IReadOnlyList<ListRemovedParts.Row> Rows { get; private set; } = [];

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "hecho")] string? done, CancellationToken ct)
    {
        IsDone = done is "devuelto";
        return await ShowAsync(slug, ct);
    }

    /// <param name="from">The page of this plan where the undo was pressed.</param>
    public async Task<IActionResult> OnPostAsync(string slug, Guid id, [FromForm(Name = "de")] string? from, CancellationToken ct)
    {
        if (await ShowAsync(slug, ct) is not PageResult)
        {
            return NotFound();
        }

        if (await PlanEditing.TryAsync(() => restore.ExecuteAsync(Plan.Id, id, ct)) is { } refusal)
        {
            ModelState.Refuse(refusal, reasons, NoFields);
            return await ShowAsync(slug, ct);
        }

        var home = $"/gestion/plan/{Plan.Slug}/";
        return LocalRedirect(Languages.Keep(from?.StartsWith(home, StringComparison.Ordinal) is true ? from : home + "eliminados?hecho=devuelto"));
    }

    public DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone)).DateTime);

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await plans.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        (Plan, Rows) = (found, await list.ExecuteAsync(slug, ct));
        return Page();
    }
}
