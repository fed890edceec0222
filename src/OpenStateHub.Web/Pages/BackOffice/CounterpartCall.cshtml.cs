using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The public call with which a plan may be published where no civil-society counterpart exists.</summary>
[Requires(Right.EditPlans)]
public sealed class CounterpartCallModel(FindPlanWork find, RecordCounterpartCall record, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["openedOn"] = nameof(OpenedOn),
        ["closedOn"] = nameof(ClosedOn),
        ["on"] = nameof(ClosedOn),
        ["result"] = nameof(Result),
    };

    [BindProperty]
    public DateOnly? OpenedOn { get; set; }

    [BindProperty]
    public DateOnly? ClosedOn { get; set; }

    [BindProperty]
    public string? Result { get; set; }

    /// <summary>Of the plan as it was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public FindPlanWork.Result Plan { get; private set; } = null!;

    /// <summary>What is recorded now, where somebody changed the plan meanwhile.</summary>
    public CounterpartCall? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Plan = found;
        (OpenedOn, ClosedOn, Result, Revision) = (found.Call?.OpenedOn, found.Call?.ClosedOn, found.Call?.Result, found.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        Plan = found;

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = OpenedOn is { } opened && ClosedOn is { } closed
            ? await record.ExecuteAsync(found.Id, new CounterpartCall(opened, closed, Result?.Trim() ?? ""), Revision, ct)
            : PlanRefusals.CounterpartCallWithoutDays with { Field = OpenedOn is null ? "openedOn" : "closedOn" };

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/plan/{slug}"));
        }

        if (refusal == PlanRefusals.ChangedMeanwhile && await find.ExecuteAsync(slug, ct) is { } now)
        {
            (Plan, Theirs, Revision) = (now, now.Call, now.Revision);
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }
}
