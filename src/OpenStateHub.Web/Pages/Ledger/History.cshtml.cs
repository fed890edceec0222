using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Ledger;

/// <summary>Who did what and when, entry by entry, on a chain that nobody can change unseen.</summary>
[CachedPage(ActName, SubjectName, Pager.QueryName)]
public sealed class HistoryModel(ListLedger ledger, TenantContext tenant) : PageModel
{
    public const string ActName = "acto";
    public const string SubjectName = "sobre";
    public const int PageSize = 50;
    private const int LastPage = 1_000_000;

    public IReadOnlyList<string> Acts { get; private set; } = [];
    public IReadOnlyList<ListLedger.Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public string? Act { get; private set; }
    public Subject? Subject { get; private set; }
    public int PageNumber { get; private set; } = 1;

    public int ActiveFilters => (Act is null ? 0 : 1) + (Subject is null ? 0 : 1);

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = ActName)] string? act, [FromQuery(Name = SubjectName)] string? subject, [FromQuery(Name = Pager.QueryName)] int? page, CancellationToken ct)
    {
        Acts = await ledger.ActsAsync(ct);
        (Act, Subject, PageNumber) = (string.IsNullOrEmpty(act) ? null : act, Core.Ledger.Subject.From(subject), Math.Clamp(page ?? 1, 1, LastPage));
        (Rows, Total) = await ledger.ExecuteAsync(new ListLedger.Filter(Act, Subject), (PageNumber - 1) * PageSize, PageSize, ct);

        // What the history does not know is no page of it: else each invented value would be kept as one.
        var isNoSubject = Subject is null && !string.IsNullOrEmpty(subject);
        var isUnknown = !ModelState.IsValid || page < 1 || isNoSubject || (Rows.Count == 0 && (ActiveFilters > 0 || PageNumber > 1));
        return isUnknown ? NotFound() : Page();
    }

    /// <summary>The day on which an entry was written, in the place's own calendar.</summary>
    public DateOnly RecordedOn(LedgerEntry entry) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(entry.RecordedAt, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone)).DateTime);
}
