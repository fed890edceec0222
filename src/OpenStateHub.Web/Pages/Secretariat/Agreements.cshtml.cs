using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>What the secretariat agreed, who is to do it by when, and what became of it.</summary>
[CachedPage(AgreementsAsked.StateName, AgreementsAsked.OverdueName, AgreementsAsked.ResponsibleName, Pager.QueryName)]
public sealed class AgreementsModel(ListAgreements list, TenantContext tenant) : PageModel
{
    public const int PageSize = 50;

    public AgreementsAsked Filters { get; private set; } = null!;
    public ListAgreements.Result Found { get; private set; } = null!;
    public string PlaceName => tenant.Current.Name;

    /// <summary>The same rows as a file.</summary>
    public string FileAddress => AgreementsCsv.AddressOf(Filters);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (AgreementsAsked.From(Request.Query) is not { } asked)
        {
            return NotFound();
        }

        Filters = asked;
        Found = await list.ExecuteAsync(asked.Filter, (asked.Page - 1) * PageSize, PageSize, ct);
        return !asked.IsOffered(Found) || (Found.Rows.Count == 0 && asked.Page > 1) ? NotFound() : Page();
    }
}
