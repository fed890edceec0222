using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>What was promised, what was done, and who confirms it.</summary>
[CachedPage]
public sealed class CommitmentModel(FindCommitment commitments, HubAddresses addresses) : PageModel
{
    public CommitmentView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await commitments.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        View = new CommitmentView(found, addresses);
        return Page();
    }
}
