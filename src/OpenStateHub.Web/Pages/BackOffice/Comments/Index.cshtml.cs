using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Comments;

/// <summary>What people said and asked: what waits to be published, what waits for an answer, and the rest.</summary>
[Requires(Right.Moderate)]
public sealed class IndexModel(ListCommentWork list) : PageModel
{
    public const string Address = "/gestion/comentarios";
    public const int PageSize = 25;

    private static readonly string[] KnownDone = ["Published", "Hidden", "Answered"];

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(Name = "falta", SupportsGet = true)]
    public ListCommentWork.Need Need { get; set; }

    [BindProperty(Name = Pager.QueryName, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ListCommentWork.Row> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        PageNumber = Math.Clamp(PageNumber, 1, 1_000_000);
        (Rows, Total) = await list.ExecuteAsync(Need, (PageNumber - 1) * PageSize, PageSize, ct);
    }
}
