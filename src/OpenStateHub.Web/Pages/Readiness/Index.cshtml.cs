using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Readiness;

/// <summary>How ready the place is by its own answers, what to improve, and since when it says so in public.</summary>
[LocalOnly]
[Requires(Right.ManageSettings)]
public sealed class IndexModel(ListReadiness list, PublishReadiness publish, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/preparacion";

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ListReadiness.Row> Series { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Series = await list.ExecuteAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        var (found, refusal) = await publish.ExecuteAsync(id, ct);

        if (!found)
        {
            return NotFound();
        }

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep(Address));
        }

        ModelState.Refuse(refusal, reasons);
        await OnGetAsync(ct);
        return Page();
    }
}
