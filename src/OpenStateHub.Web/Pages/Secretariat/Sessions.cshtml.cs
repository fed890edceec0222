using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>When does the secretariat meet, and what came of it?</summary>
[CachedPage]
public sealed class SessionsModel(ListSessions list, SessionTimes times) : PageModel
{
    /// <summary>The next one first.</summary>
    public IReadOnlyList<SessionRow> Ahead { get; private set; } = [];

    /// <summary>Held or called off, the latest year first.</summary>
    public IReadOnlyList<IGrouping<int, SessionRow>> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await list.ExecuteAsync(drafts: false, ct);
        Ahead = [.. rows.Where(row => row.IsAhead).Reverse()];
        Years = [.. rows.Where(row => !row.IsAhead).GroupBy(row => times.DayOf(row.StartsAt).Year)];
    }
}
