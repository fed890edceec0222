using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Agreements;

/// <summary>Says what became of an agreement.</summary>
[Requires(Right.HoldSessions)]
public sealed class FollowModel(HubDbContext db, FollowAgreement follow, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "acuerdo", SupportsGet = true)]
    public Guid AgreementId { get; set; }

    [BindProperty]
    public AgreementState State { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Responsible { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    /// <summary>What the form was written on: what somebody else noted since is not lost unseen.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public Agreement Agreement { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        (State, Responsible, DueOn, Revision) = (Agreement.State, Agreement.Responsible, Agreement.DueOn, Agreement.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new FollowAgreement.Input
            {
                AgreementId = AgreementId,
                State = State,
                Text = Text ?? "",
                Responsible = Responsible,
                DueOn = DueOn,
                Revision = Revision,
            };
            var (found, refusal) = await follow.ExecuteAsync(input, ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons);
            }
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        // Whoever saves again after reading that somebody was faster has seen it.
        Revision = Agreement.Revision;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == AgreementId, ct) is not { } found)
        {
            return false;
        }

        Agreement = found;
        return true;
    }
}
