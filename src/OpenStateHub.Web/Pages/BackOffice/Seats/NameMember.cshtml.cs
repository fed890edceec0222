using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Accounts;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

/// <summary>Names who sits on a seat and, where an address is given, lets that account vote.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class NameMemberModel(
    FindSecretariat secretariats, NameSeatMember name, AccountLetters letters, ShownMail mail, CurrentPerson me, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<RefusalWords> reasons, IStringLocalizer<AccountWords> accounts) : PageModel
{
    [BindProperty(Name = "asiento", SupportsGet = true)]
    public Guid SeatId { get; set; }

    [BindProperty(Name = "calidad", SupportsGet = true)]
    public SeatCapacity Capacity { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public DateOnly? FromOn { get; set; }

    [BindProperty]
    public DateOnly? UntilOn { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The letter will stand on a page for everybody, instead of going to the address.</summary>
    public bool ShowsMail => mail.IsShown;

    public SeatRow Seat { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct);

        if (found.Held.FirstOrDefault(seat => seat.Id == SeatId) is not { } seat)
        {
            return NotFound();
        }

        Seat = seat;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new NameSeatMember.Input
            {
                SeatId = SeatId,
                Capacity = Capacity,
                Name = Name ?? "",
                Office = Office,
                FromOn = FromOn,
                UntilOn = UntilOn,
                Email = Email,
                InvitedBy = me.Id,
            };
            var (found, refusal) = await name.ExecuteAsync(input, token => letters.Invitation(Role.SecretariatMember, token), ct);

            if (found && refusal is null)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            if (refusal is { Field: var field })
            {
                // What the account's own rules refuse is said in their words.
                var said = reasons[$"Refusal_{refusal.Code}", refusal.Detail ?? ""];
                ModelState.AddModelError(
                    field is { Length: > 0 } ? char.ToUpperInvariant(field[0]) + field[1..] : "",
                    said.ResourceNotFound ? accounts[$"Refusal_{refusal.Code}"] : said);
            }
        }

        return await OnGetAsync(ct);
    }
}
