using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Tells the other side that there is something to read. What was written stays behind their door.</summary>
public sealed class NetworkLetters(TenantContext tenant, HubAddresses addresses, IStringLocalizer<NetworkWords> words)
{
    /// <param name="there">The place that is written to.</param>
    public Letter Written(Tenant there, ConversationKind kind, Guid conversation) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_Subject", tenant.Current.Name],
        Paragraphs = [words[$"Letter_{kind}", tenant.Current.Name]],
        Action = new(words["Letter_Link"], addresses.Of(there, $"{ConversationPage.AddressOf(kind)}/{conversation}")),
        Footer = words["Letter_Footer", there.Name],
    };
}
