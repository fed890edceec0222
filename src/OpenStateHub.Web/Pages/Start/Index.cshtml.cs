using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Start;

/// <summary>The administrator's home until the place has begun: a few small steps, each explained, none compulsory.</summary>
[LocalOnly]
[Requires(Right.ManageSettings)]
public sealed class IndexModel(FindStart find, SkipStep skip, TakeStepUp takeUp, TenantContext tenant) : PageModel
{
    public FindStart.Result Found { get; private set; } = null!;

    public string PlaceName => tenant.Current.Name;

    public bool IsShort => tenant.Current.Kind is TenantKind.Municipality;

    public async Task OnGetAsync(CancellationToken ct) => Found = await find.ExecuteAsync(ct);

    /// <param name="step">Null: the whole start.</param>
    public async Task<IActionResult> OnPostSkipAsync(StartStep? step, CancellationToken ct)
    {
        await skip.ExecuteAsync(step, ct);
        return LocalRedirect(Languages.Keep(step is null ? "/gestion" : StartGuide.Address));
    }

    /// <param name="step">Null: the whole start.</param>
    public async Task<IActionResult> OnPostTakeUpAsync(StartStep? step, CancellationToken ct)
    {
        await takeUp.ExecuteAsync(step, ct);
        return LocalRedirect(Languages.Keep(StartGuide.Address));
    }
}
