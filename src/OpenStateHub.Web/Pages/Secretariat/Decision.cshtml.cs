using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>Who decided what, and why did it pass or not?</summary>
[CachedPage]
public sealed class DecisionModel(ReadDecisions read) : PageModel
{
    public DecisionRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        return Page();
    }
}
