using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>The second yes, by a button: mail programs open links by themselves.</summary>
[ResponseCache(NoStore = true)]
public sealed class ConfirmModel(FindFollower find, ConfirmFollower confirm) : PageModel
{
    public FindFollower.Found Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await find.ExecuteAsync(token, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Response.StatusCode = found.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) =>
        await confirm.ExecuteAsync(token, ct) is (true, null)
            ? LocalRedirect(Languages.Keep($"/seguir/confirmar/{token}"))
            : await OnGetAsync(token, ct);
}
