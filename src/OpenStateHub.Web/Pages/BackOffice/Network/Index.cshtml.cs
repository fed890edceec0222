using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>A place in the network: what it offers and needs, who could help it, what it and others write to each other.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class IndexModel(
    ListOwnOffers own, ListOffers offers, ListConversations conversations, ChangeOffer change, CurrentPerson me, TenantContext tenant,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/red";
    public const string Saved = "guardado";
    public const string Withdrawn = "retirado";

    private const int MostHelpers = 10;
    private const int MostConversations = 100;

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<PublishedOffer> Own { get; private set; } = [];

    /// <summary>What other places offer of the topics in which this one needs help.</summary>
    public IReadOnlyList<ListOffers.Row> Helpers { get; private set; } = [];

    public IReadOnlyList<ListConversations.Row> Conversations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Own = await own.ExecuteAsync(ct);
        Conversations = await conversations.ExecuteAsync(ConversationKind.Question, null, 0, MostConversations, ct);
        var needed = Own.Where(offer => offer is { Kind: OfferKind.Need, WithdrawnOn: null }).Select(offer => offer.Topic).Distinct();
        var found = new List<ListOffers.Row>();

        foreach (var topic in needed)
        {
            found.AddRange((await offers.ExecuteAsync(new ListOffers.Filter(OfferKind.Offer, topic), 0, MostHelpers, ct)).Rows);
        }

        Helpers = [.. found.Where(row => row.Offer.TenantId != tenant.Current.Id).Take(MostHelpers)];
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] Guid id, [FromForm] int revision, CancellationToken ct)
    {
        await me.ActAsync(ct);

        if (await change.WithdrawAsync(id, revision, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{Address}?hecho={Withdrawn}"));
        }

        if (refusal == NetworkRefusals.OfferUnknown)
        {
            return NotFound();
        }

        ModelState.Refuse(refusal, reasons);
        await OnGetAsync(ct);
        return Page();
    }
}
