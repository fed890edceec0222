using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>What is happening in the room now? Never kept: each part is read anew.</summary>
public sealed class LiveModel(FindSession find) : PageModel
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
