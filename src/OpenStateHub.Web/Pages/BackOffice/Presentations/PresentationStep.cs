using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

/// <summary>What the pages about one session share: they find it, say one thing of it, and lead back to the list.</summary>
public abstract class PresentationStep(ListPresentations list, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "sesion", SupportsGet = true)]
    public Guid PresentationId { get; set; }

    /// <summary>Of the session as it was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public Presentation Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Revision = Shown.Revision;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await DoAsync(ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Revision = Shown.Revision;
        ModelState.Remove(nameof(Revision));
        return Page();
    }

    protected abstract Task<Refusal?> DoAsync(CancellationToken ct);

    /// <summary>Puts what is known already into the form.</summary>
    protected virtual void Fill()
    {
        // Most steps begin with an empty form.
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await list.FindAsync(PresentationId, ct) is not { } found)
        {
            return false;
        }

        Shown = found.Presentation;
        return true;
    }
}
