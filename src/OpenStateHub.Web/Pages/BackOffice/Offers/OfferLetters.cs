using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Offers;

/// <summary>The letters about a seat that one place offers another: each leads to the place where something is to be done.</summary>
public sealed class OfferLetters(TenantContext tenant, HubAddresses addresses, IStringLocalizer<StartWords> words, IStringLocalizer<AccountWords> accounts)
{
    /// <param name="state">Whose administrators read it.</param>
    public Letter Offered(Tenant state) => Of(
        words["Letter_OfferSubject", tenant.Current.Name], words["Letter_Offer", tenant.Current.Name],
        new(words["Letter_OfferLink"], addresses.Of(state, "/gestion?ver=pendientes")), state);

    /// <param name="place">Where the seat is.</param>
    public Letter Invitation(Tenant place, string token) => Of(
        words["Letter_SeatSubject", place.Name], words["Letter_Seat", tenant.Current.Name, place.Name],
        new(words["Letter_SeatLink"], addresses.Of(place, AccountPaths.Invitation(token))), place);

    private Letter Of(string subject, string text, Letter.Link link, Tenant from) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = subject,
        Paragraphs = [text],
        Action = link,
        Footer = accounts["Letter_Footer", from.Name],
    };
}
