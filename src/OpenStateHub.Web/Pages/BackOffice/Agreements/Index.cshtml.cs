using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Agreements;

/// <summary>What was agreed, to be followed until it is done.</summary>
[Requires(Right.HoldSessions)]
public sealed class IndexModel(ListAgreements list) : PageModel
{
    public const string Address = "/gestion/acuerdos";
    public const string Saved = "guardado";
    public const int PageSize = 50;

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public ListAgreements.Result Found { get; private set; } = null!;
    public int PageNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Asked.PageNumber(Request.Query[Pager.QueryName], out var number))
        {
            return NotFound();
        }

        PageNumber = number;
        Found = await list.ExecuteAsync(new ListAgreements.Filter(), (number - 1) * PageSize, PageSize, ct);
        return Page();
    }
}
