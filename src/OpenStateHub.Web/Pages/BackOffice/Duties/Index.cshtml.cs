using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Duties;

/// <summary>The place's duties: what is due, and what the place has otherwise than usual.</summary>
[Requires(Right.EditPlans)]
public sealed class IndexModel(ReadDuties read, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const string Address = "/gestion/obligaciones";
    public const string Saved = "guardado";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<DutyStanding> Standings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Standings = (await read.ExecuteAsync(ct)).On(tenant.Current.Today(clock));
}
