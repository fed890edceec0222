using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Pages.Tracking;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A commitment of a plan that is not public yet, as the public will see it.</summary>
[Requires(Right.EditPlans)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreviewCommitmentModel(FindCommitment commitments, HubAddresses addresses) : PageModel
{
    public CommitmentView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string commitmentSlug, CancellationToken ct)
    {
        if (await commitments.PreviewAsync(slug, commitmentSlug, ct) is not { } found)
        {
            return NotFound();
        }

        View = new CommitmentView(found, addresses) { IsPreview = true };
        return Page();
    }
}
