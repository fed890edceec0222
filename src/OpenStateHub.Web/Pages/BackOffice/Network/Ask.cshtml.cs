using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>A place asks a place: first which one, then what.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class AskModel(
    HostMap hosts, ListPlaces places, ListOffers offers, SendMessage send, NetworkLetters letters, CurrentPerson me, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const int MostFound = 20;

    [BindProperty(Name = "entidad", SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty(Name = "oferta", SupportsGet = true)]
    public Guid? OfferId { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whom it asks; null: that is still to be chosen.</summary>
    public Tenant? Other { get; private set; }

    /// <summary>What the question is about, where it is about something offered or needed.</summary>
    public ListOffers.Row? About { get; private set; }

    /// <summary>What the search found; null where nothing was searched for.</summary>
    public IReadOnlyList<PlaceSummary>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is NotFoundResult unknown)
        {
            return unknown;
        }

        Subject ??= About?.Offer.Title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is NotFoundResult unknown)
        {
            return unknown;
        }

        var opening = new SendMessage.Opening
        {
            Kind = ConversationKind.Question,
            Other = Slug,
            Subject = Subject,
            Topic = About?.Offer.Topic,
            OfferId = About?.Offer.Id,
        };
        var office = (await me.ActorAsync(ct)).Office ?? tenant.Current.Name;

        if (await send.BeginAsync(opening, new SendMessage.Input(Text, me.Id, office, letters.Written), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{ConversationPage.QuestionsAddress}/{opening.Id}?hecho=preguntado"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }

    private async Task<NotFoundResult?> FindAsync(CancellationToken ct)
    {
        if (Slug is { Length: > 0 } slug)
        {
            Other = hosts.BySlug(slug) is { Status: TenantStatus.Active, IsNational: false } place && place.Id != tenant.Current.Id ? place : null;
            About = OfferId is { } id ? await offers.FindAsync(id, slug, ct) : null;
            return Other is null ? NotFound() : null;
        }

        if (Search is { Length: > 0 } search)
        {
            var filter = new ListPlaces.Filter(tenant.Current.Today(clock), Status: TenantStatus.Active, Search: search);
            Found = [.. (await places.ExecuteAsync(filter, 0, MostFound, ct)).Rows.Where(row => row.Slug != tenant.Current.Slug)];
        }

        return null;
    }
}
