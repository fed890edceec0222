using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>What the place asked the national body for help with.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class HelpListModel(ListConversations list) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<ListConversations.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await list.ExecuteAsync(ConversationKind.Assistance, null, 0, Most, ct);
}
