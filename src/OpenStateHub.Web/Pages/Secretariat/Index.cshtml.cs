using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>Who watches over the promises: the three sectors on a day, and how they came together.</summary>
[CachedPage(FreeText = "fecha")]
public sealed class IndexModel(FindSecretariat secretariats, TenantContext tenant, TimeProvider clock) : PageModel
{
    public SecretariatOnDay Secretariat { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public bool IsToday => Secretariat.On == Today;

    public async Task<IActionResult> OnGetAsync(DateOnly? fecha, CancellationToken ct)
    {
        Today = tenant.Current.Today(clock);

        if (!ModelState.IsValid || fecha > Today)
        {
            return BadRequest();
        }

        Secretariat = await secretariats.ExecuteAsync(fecha ?? Today, ct);
        return Page();
    }
}
