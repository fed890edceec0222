using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>How does the vote stand at this moment? Read anew each time; with script the page follows by itself.</summary>
public sealed class DecisionLiveModel(ReadDecisions read) : PageModel
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
