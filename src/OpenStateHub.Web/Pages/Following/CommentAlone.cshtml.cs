using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>One comment at an address of its own, to which the history and letters lead.</summary>
[CachedPage]
public sealed class CommentAloneModel(FindComment find, FindTopics topics) : PageModel
{
    public ListComments.Row Row { get; private set; } = null!;

    /// <summary>What it is about, as people call it.</summary>
    public string About { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        (Row, About) = (found, (await topics.ExecuteAsync(found.Subject, ct))?.Title ?? found.Subject.Key);
        return Page();
    }
}
