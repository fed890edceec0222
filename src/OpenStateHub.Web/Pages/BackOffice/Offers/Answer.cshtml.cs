using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Offers;

/// <summary>A state takes the guarantor seat that a municipality offers, naming who sits there, or says why not.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class AnswerModel(
    ListSeatOffers list, AcceptSeatOffer accept, DeclineSeatOffer decline, ListDatedNames names, OfferLetters letters, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<RefusalWords> reasons, IStringLocalizer<AccountWords> accounts) : PageModel
{
    [BindProperty]
    public string? Organization { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ListSeatOffers.Row Offer { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var today = tenant.Current.Today(clock);
        Organization = (await names.ExecuteAsync(ct)).Find(name =>
            name.Subject is NameSubject.Guarantor && !(name.FromOn > today) && !(name.UntilOn < today))?.Name ?? tenant.Current.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var input = new AcceptSeatOffer.Input { OfferId = id, Organization = Organization, Name = Name, Email = Email };
        return await AnsweredAsync(id, await accept.ExecuteAsync(input, letters.Invitation, ct), ct);
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) =>
        await AnsweredAsync(id, await decline.ExecuteAsync(id, Reason, ct), ct);

    private async Task<IActionResult> AnsweredAsync(Guid id, (bool Found, Refusal? Refusal) answer, CancellationToken ct)
    {
        if (!answer.Found || !await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (answer.Refusal is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/secretariado/ofrecimientos/{id}"));
        }

        // What the account's own rules refuse is said in their words.
        var said = reasons[$"Refusal_{refusal.Code}", refusal.Detail ?? ""];
        var field = refusal.Field is "organization" or "name" or "email" or "reason" ? refusal.Field : "";
        ModelState.AddModelError(
            field.Length == 0 ? "" : char.ToUpperInvariant(field[0]) + field[1..], said.ResourceNotFound ? accounts[$"Refusal_{refusal.Code}"] : said);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        Offer = (await list.ExecuteAsync(OfferDirection.Received, ct)).Find(one => one.Id == id)!;
        return Offer is not null;
    }
}
