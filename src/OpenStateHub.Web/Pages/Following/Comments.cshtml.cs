using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>What people say and ask here, and what was answered.</summary>
[CachedPage(AboutName, KindName, Pager.QueryName)]
public sealed class CommentsModel(ListComments list, FindTopics topics) : PageModel
{
    public const string AboutName = "sobre", KindName = "tipo";
    public const int PageSize = 20;
    private const int LastPage = 1_000_000;

    public ListComments.Found Found { get; private set; } = null!;

    /// <summary>Null: all of the place.</summary>
    public Topic? Topic { get; private set; }

    public CommentKind? Kind { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public IReadOnlyDictionary<Subject, Topic> Topics { get; private set; } = new Dictionary<Subject, Topic>();

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = AboutName)] string? about, [FromQuery(Name = KindName)] CommentKind? kind, [FromQuery(Name = Pager.QueryName)] int? page, CancellationToken ct)
    {
        var subject = Subject.From(about);
        Topic = subject is { } asked ? await topics.ExecuteAsync(asked, ct) : null;

        // What is not known is no page of it: else each invented value would be kept as one.
        if (!ModelState.IsValid || page < 1 || (!string.IsNullOrEmpty(about) && Topic is not { IsPlace: false }))
        {
            return NotFound();
        }

        (Kind, PageNumber) = (kind, Math.Clamp(page ?? 1, 1, LastPage));
        Found = await list.ExecuteAsync(new ListComments.Filter(subject, kind), (PageNumber - 1) * PageSize, PageSize, ct);
        Topics = await topics.ExecuteAsync([.. Found.Rows.Select(row => row.Subject).Distinct()], ct);
        return Found.Rows.Count == 0 && PageNumber > 1 ? NotFound() : Page();
    }
}
