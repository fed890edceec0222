using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>What was this session called for, who was there, and what do its minutes say?</summary>
[CachedPage]
public sealed class SessionModel(FindSession find) : PageModel
{
    public SessionDetail Session { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: false, ct) is not { } found)
        {
            return NotFound();
        }

        Session = found;
        return Page();
    }
}
