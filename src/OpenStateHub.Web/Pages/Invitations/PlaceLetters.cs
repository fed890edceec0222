using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>The letter that invites a place: from the nation, with a link to the place's own host.</summary>
public sealed class PlaceLetters(HostMap hosts, HubAddresses addresses, IStringLocalizer<InviteWords> words)
{
    public Letter Invitation(Tenant place, string token) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_Subject", place.Name],
        Paragraphs =
        [
            words["Letter_Who", place.Name],
            words["Letter_What"],
            words["Letter_Once", PlaceInvitation.Lifetime.Days],
        ],
        Action = new(words["Letter_Link"], addresses.Of(place, AccountPaths.Invitation(token))),
        Closing = [words["Letter_Unexpected"]],
        Footer = words["Letter_Footer", hosts.National?.Name ?? ""],
    };
}
