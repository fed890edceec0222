using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Cutoffs;

/// <summary>What the pages about one cut-off share: they find it, do one thing to it, and lead back to the list.</summary>
public abstract class CutoffPage(ListCutoffs list, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "corte", SupportsGet = true)]
    public Guid CutoffId { get; set; }

    /// <summary>Of the cut-off as it was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public CutoffRow Cutoff { get; private set; } = null!;

    /// <summary>It is frozen: nobody edits it, and the page offers a rectification.</summary>
    public bool IsFrozen => Cutoff.FrozenAt is not null;

    public string PlanAddress => IndexModel.AddressOf(Cutoff.PlanSlug);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Revision = Cutoff.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await DoAsync(ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{PlanAddress}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
            await FindAsync(ct);
            Revision = Cutoff.Revision;
            ModelState.Remove(nameof(Revision));
        }

        return Page();
    }

    protected abstract Task<Refusal?> DoAsync(CancellationToken ct);

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if ((await list.ExecuteAsync(null, ct)).SingleOrDefault(row => row.Id == CutoffId) is not { } found)
        {
            return false;
        }

        Cutoff = found;
        return true;
    }
}
