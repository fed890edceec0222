using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>The sessions of the place for whoever prepares them, drafts too.</summary>
[Requires(Right.HoldSessions)]
public sealed class IndexModel(ListSessions list, FindSessionDue due) : PageModel
{
    /// <summary>Drafts and sessions to come, the next one first.</summary>
    public IReadOnlyList<SessionRow> Ahead { get; private set; } = [];

    public IReadOnlyList<SessionRow> Past { get; private set; } = [];

    /// <summary>Null where nobody sits yet.</summary>
    public FindSessionDue.Found? Due { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string? hecho, CancellationToken ct)
    {
        var rows = await list.ExecuteAsync(drafts: true, ct);
        Ahead = [.. rows.Where(row => row.IsAhead || row.Status is SessionStatus.Draft).Reverse()];
        Past = [.. rows.Where(row => row.Status is SessionStatus.Closed or SessionStatus.Cancelled)];
        Due = await due.ExecuteAsync(ct);
        IsDone = hecho is not null;
    }
}
