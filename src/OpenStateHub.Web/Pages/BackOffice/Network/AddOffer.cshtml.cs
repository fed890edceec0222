using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Says in public what the place offers or needs.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class AddOfferModel(PublishOffer publish, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : OfferForm
{
    [BindProperty(Name = "que", SupportsGet = true)]
    public OfferKind Said { get; set; }

    public override OfferKind Kind => Said;

    public async Task OnGetAsync(CancellationToken ct) => ContactOffice = (await me.ActorAsync(ct)).Office;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await me.ActAsync(ct);

        if (await publish.ExecuteAsync(Guid.CreateVersion7(), Kind, Written, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }
}
