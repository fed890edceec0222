using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

/// <summary>The public accountability sessions, to be announced, told of and called off.</summary>
[Requires(Right.EditPlans)]
public sealed class IndexModel(ListPresentations list, TimeProvider clock) : PageModel
{
    public const string Address = "/gestion/rendicion-de-cuentas";
    public const string Saved = "guardado";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now => clock.GetUtcNow();
    public IReadOnlyList<PresentationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await list.ExecuteAsync(ct);
}
