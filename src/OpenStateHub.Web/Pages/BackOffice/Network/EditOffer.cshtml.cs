using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Changes what the place says that it offers or needs.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class EditOfferModel(ListOwnOffers own, ChangeOffer change, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : OfferForm
{
    private OfferKind kind;

    [BindProperty(Name = "oferta", SupportsGet = true)]
    public Guid OfferId { get; set; }

    /// <summary>Of the text as it was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public override OfferKind Kind => kind;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await own.FindAsync(OfferId, ct) is not { WithdrawnOn: null } found)
        {
            return NotFound();
        }

        (kind, Revision) = (found.Kind, found.Revision);
        (Topic, Title, About, ContactOffice) = (found.Topic, found.Title, found.About, found.ContactOffice);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await own.FindAsync(OfferId, ct) is not { } found)
        {
            return NotFound();
        }

        kind = found.Kind;

        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await change.ExecuteAsync(OfferId, Written, Revision, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        Revision = found.Revision;
        ModelState.Remove(nameof(Revision));
        return Page();
    }
}
