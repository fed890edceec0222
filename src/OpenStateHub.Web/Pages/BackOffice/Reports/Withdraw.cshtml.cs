using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>Takes evidence back: by whoever owns its activity, or by the administrator, who is there when personal data slipped through.</summary>
[Requires(Right.EnterBackOffice)]
public sealed class WithdrawModel(
    HubDbContext db, FindOwnership ownerships, WithdrawEvidence withdraw, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["reason"] = nameof(Reason) };

    [BindProperty]
    public string? Reason { get; set; }

    public EvidenceItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } not)
        {
            return not;
        }

        await me.ActAsync(ct);

        if (await withdraw.ExecuteAsync(id, Reason, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/gestion?hecho=retirada"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }

    /// <returns>Null where it is there and the reader's to take back.</returns>
    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.EvidenceItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id && item.WithdrawnOn == null, ct) is not { } found)
        {
            return NotFound();
        }

        Item = found;
        return await me.MayAsync(Right.EditPlans, ct) || await ownerships.ExecuteAsync(me.Id, found.ActivityId, ct) is not null ? null : Forbid();
    }
}
