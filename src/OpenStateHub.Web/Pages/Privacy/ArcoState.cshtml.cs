using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Privacy;

/// <summary>Where whoever asked confirms their address, by a button, and later reads what became of it.</summary>
[ResponseCache(NoStore = true)]
public sealed class ArcoStateModel(ConfirmArco confirm, TimeProvider clock) : PageModel
{
    public ArcoRequest Asked { get; private set; } = null!;

    public bool IsLate => Asked.ReceivedOn is null && Asked.AskedAt + ArcoRequest.Patience <= clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await confirm.FindAsync(token, ct) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        Response.StatusCode = IsLate ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct) =>
        await confirm.ExecuteAsync(token, ct) is (true, null)
            ? LocalRedirect(Languages.Keep($"/aviso-de-privacidad/arco/{token}"))
            : await OnGetAsync(token, ct);
}
