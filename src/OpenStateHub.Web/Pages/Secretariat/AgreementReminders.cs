using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The nightly look for agreements whose day comes or went by. Nobody asks for it, so it has no reader's language.</summary>
public sealed class AgreementReminders(RemindOfAgreements remind, TenantContext tenant, HubAddresses addresses, IStringLocalizer<AgreementWords> words)
{
    public Task ExecuteAsync(CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = Languages.Spanish;
        return remind.ExecuteAsync(Of, ct);
    }

    private Letter Of(Agreement agreement, bool isOverdue) => new()
    {
        Language = Languages.Spanish.TwoLetterISOLanguageName,
        Subject = isOverdue ? words["Letter_SubjectOverdue", agreement.Number] : words["Letter_SubjectSoon", agreement.Number],
        Paragraphs =
        [
            isOverdue
                ? words["Letter_Overdue", agreement.Number, agreement.Title, Dates.Words(agreement.DueOn!.Value)]
                : words["Letter_Soon", agreement.Number, agreement.Title, Dates.Words(agreement.DueOn!.Value)],
            words["Letter_Responsible", agreement.Responsible ?? words["Responsible_None"].Value],
            words["Letter_Next"],
        ],
        Action = new(words["Letter_Open"], addresses.Of(tenant.Current, $"/gestion/acuerdos/seguir?acuerdo={agreement.Id}")),
        Footer = words["Letter_Footer", tenant.Current.Name],
    };
}
