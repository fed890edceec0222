using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Following;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>The author says by the letter's link that it was them; later the same link says what became of it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ConfirmCommentModel(FindComment find, ConfirmComment confirm) : PageModel
{
    public Comment Found { get; private set; } = null!;

    public bool IsLate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await find.WithTokenAsync(token, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await confirm.ExecuteAsync(token, ct) is (true, null))
        {
            return LocalRedirect(Languages.Keep($"/comentar/confirmar/{token}"));
        }

        (IsLate, Response.StatusCode) = (true, StatusCodes.Status410Gone);
        return await OnGetAsync(token, ct);
    }
}
