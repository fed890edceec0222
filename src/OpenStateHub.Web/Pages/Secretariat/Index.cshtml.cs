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
    public bool IsToday { get; private set; }

    public async Task<IActionResult> OnGetAsync(DateOnly? fecha, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var today = tenant.Current.Today(clock);
        IsToday = fecha is null || fecha == today;
        Secretariat = await secretariats.ExecuteAsync(fecha ?? today, ct);
        return Page();
    }
}
