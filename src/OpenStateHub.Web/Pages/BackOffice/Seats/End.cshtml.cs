using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

/// <summary>The last day and the reason of what ends: a seat, a person's term, the facilitation, or a sector's part in the secretariat.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class EndModel(
    FindSecretariat secretariats, EndSeat seats, EndSeatMember members, EndFacilitator facilitators, CurrentPerson me, TenantContext tenant,
    TimeProvider clock, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "asiento", SupportsGet = true)]
    public Guid? SeatId { get; set; }

    [BindProperty(Name = "integrante", SupportsGet = true)]
    public Guid? MemberId { get; set; }

    [BindProperty(Name = "facilitacion", SupportsGet = true)]
    public Guid? FacilitatorId { get; set; }

    [BindProperty(Name = "sector", SupportsGet = true)]
    public Sector? Sector { get; set; }

    [BindProperty]
    public DateOnly? UntilOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What ends, as its page calls it: Seat, Member, Facilitation or Sector.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Who or what it is; null where the sector says it all.</summary>
    public string? Subject { get; private set; }

    public Sector? Of { get; private set; }
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Today = tenant.Current.Today(clock);
        var found = await secretariats.ExecuteAsync(Today, ct);
        (string Kind, string? Subject, Sector? Of)? asked = this switch
        {
            { SeatId: { } id } => found.Seats.FirstOrDefault(s => s.Id == id) is { } seat ? ("Seat", seat.Organization, seat.Sector) : null,
            { MemberId: { } id } => found.Seats.FirstOrDefault(s => s.Members.Any(m => m.Id == id)) is { } seat
                ? ("Member", $"{seat.Members.First(m => m.Id == id).Name} · {seat.Organization}", seat.Sector) : null,
            { FacilitatorId: { } id } => found.Facilitators.FirstOrDefault(f => f.Id == id) is { } facilitator ? ("Facilitation", facilitator.Organization, null) : null,
            { Sector: { } sector } => ("Sector", null, sector),
            _ => null,
        };

        if (asked is not { } known)
        {
            return NotFound();
        }

        (Kind, Subject, Of) = known;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var (found, refusal) = await EndAsync(ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            if (refusal is not null)
            {
                ModelState.Refuse(refusal, reasons);
            }
        }

        return await OnGetAsync(ct);
    }

    private async Task<(bool Found, Refusal? Refusal)> EndAsync(CancellationToken ct) => this switch
    {
        { SeatId: { } id } => await seats.ExecuteAsync(id, UntilOn, Reason, ct),
        { MemberId: { } id } => await members.ExecuteAsync(id, UntilOn, Reason, ct),
        { FacilitatorId: { } id } => await facilitators.ExecuteAsync(id, UntilOn, Reason, ct),
        { Sector: { } sector } => (true, await seats.LeaveAsync(sector, UntilOn, Reason, ct)),
        _ => (false, null),
    };
}
