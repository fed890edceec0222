using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Chains;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>What was promised, what was done, and who confirms it.</summary>
[CachedPage]
public sealed class CommitmentModel(FindCommitment commitments, ReadChain chain, HubAddresses addresses) : PageModel
{
    /// <summary>So many links of its chain stand on this page; all of them on their own.</summary>
    public const int MostLinks = 4;

    public CommitmentView View { get; private set; } = null!;

    public IReadOnlyList<ChainLink> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await commitments.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        View = new CommitmentView(found, addresses);
        Links = await chain.ExecuteAsync(found.Row.Id, slug, ct);
        return Page();
    }
}
