using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The letter that asks the members to vote in writing, in the language of whoever put the matter to the vote.</summary>
public sealed class DecisionLetters(TenantContext tenant, HubAddresses addresses, DecisionSentences sentences, IStringLocalizer<DecisionWords> words)
{
    public Letter Invitation(Guid decision, string title, DateTimeOffset until) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_Subject", title],
        Paragraphs = [words["Letter_Asked", tenant.Current.Name, title], words["Letter_Until", sentences.When(until)]],
        Action = new(words["Letter_Vote"], addresses.Whole(Languages.Keep($"/gestion/votaciones/{decision}"))),
        Closing = [words["Letter_Public"]],
        Footer = words["Letter_Footer", tenant.Current.Name],
    };
}
