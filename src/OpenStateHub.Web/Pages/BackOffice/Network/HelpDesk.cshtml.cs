using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Web.Pages.Observatory;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Who asks the national body for help, by who is to speak next.</summary>
[NationalOnly]
[Requires(Right.Assist)]
public sealed class HelpDeskModel(ListConversations list) : PageModel
{
    public const int PageSize = 50;

    /// <summary>Null: all.</summary>
    public ConversationState? State { get; private set; }

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ListConversations.Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Asked.Choice<ConversationState>(Request.Query["estado"], out var state) || !Asked.PageNumber(Request.Query[Pager.QueryName], out var number))
        {
            return NotFound();
        }

        (State, PageNumber) = (state, number);
        Rows = await list.ExecuteAsync(ConversationKind.Assistance, state, (number - 1) * PageSize, PageSize, ct);
        Total = await list.CountAsync(ConversationKind.Assistance, state, ct);
        return Page();
    }
}
