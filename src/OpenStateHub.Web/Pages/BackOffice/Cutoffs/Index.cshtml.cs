using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Cutoffs;

/// <summary>The cut-off days of a public plan, and a new one.</summary>
[Requires(Right.EditPlans)]
public sealed class IndexModel(ListCutoffs list, SetCutoff set, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Saved = "guardado";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public ListCutoffs.PlanName Plan { get; private set; } = null!;
    public IReadOnlyList<CutoffRow> Rows { get; private set; } = [];

    public static string AddressOf(string plan) => $"/gestion/plan/{plan}/cortes";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await list.FindPlanAsync(slug, ct) is not { } plan)
        {
            return NotFound();
        }

        (Plan, Rows) = (plan, await list.ExecuteAsync(slug, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await list.FindPlanAsync(slug, ct) is not { } plan)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await set.ExecuteAsync(new SetCutoff.Input { PlanId = plan.Id, On = On, Source = Source }, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{AddressOf(slug)}?hecho={Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        return await OnGetAsync(slug, ct);
    }
}
