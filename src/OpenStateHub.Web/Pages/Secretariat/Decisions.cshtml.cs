using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>What did they decide? Every vote of the secretariat, the latest first.</summary>
[CachedPage(Pager.QueryName)]
public sealed class DecisionsModel(ReadDecisions read) : PageModel
{
    public const int PageSize = 20;

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public int Number { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Pager.QueryName)] int? page, CancellationToken ct)
    {
        Number = Math.Clamp(page ?? 1, 1, 1_000_000);
        (Rows, Total) = await read.ExecuteAsync(new ReadDecisions.Filter(), (Number - 1) * PageSize, PageSize, ct);
        return !ModelState.IsValid || page < 1 || (Rows.Count == 0 && Number > 1) ? NotFound() : Page();
    }
}
