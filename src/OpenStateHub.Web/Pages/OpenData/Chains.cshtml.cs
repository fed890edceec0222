using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>Where each place's history ended on a day: whoever keeps a copy notices a tail that was cut or a history written anew.</summary>
[NationalOnly]
[CachedPage(Pager.QueryName, FreeText = Asked.DayName)]
public sealed class ChainsModel(ListDailyHeads heads, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public DateOnly Today { get; private set; }
    public DateOnly Day { get; private set; }
    public int PageNumber { get; private set; }
    public IReadOnlyList<ListDailyHeads.Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Today = tenant.Current.Today(clock);

        if (!Asked.Day(Request.Query[Asked.DayName], Today, out var day) || !Asked.PageNumber(Request.Query[Pager.QueryName], out var number))
        {
            return BadRequest();
        }

        (Day, PageNumber) = (day, number);
        (Rows, Total) = await heads.ExecuteAsync(day, (number - 1) * PageSize, PageSize, ct);
        return Rows.Count == 0 && number > 1 ? NotFound() : Page();
    }
}
