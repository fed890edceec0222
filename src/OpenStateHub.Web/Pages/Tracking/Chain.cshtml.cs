using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Chains;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>All that bodies did about one commitment, entry by entry of the ledger.</summary>
[CachedPage]
public sealed class ChainModel(ReadCommitments commitments, ReadChain chain) : PageModel
{
    public CommitmentRow Row { get; private set; } = null!;

    public IReadOnlyList<ChainLink> Links { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if ((await commitments.ExecuteAsync(new() { Slug = slug }, ct)).SingleOrDefault() is not { } row)
        {
            return NotFound();
        }

        (Row, Links) = (row, await chain.ExecuteAsync(row.Id, slug, ct));
        return Page();
    }
}
