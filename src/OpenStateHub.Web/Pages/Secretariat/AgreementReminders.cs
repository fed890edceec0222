using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The nightly look for agreements whose day comes or went by. Nobody asks for it, so it has no reader's language and no address.</summary>
public sealed class AgreementReminders(RemindOfAgreements remind, TenantContext tenant, IStringLocalizer<AgreementWords> words)
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
        Footer = words["Letter_Footer", tenant.Current.Name],
    };
}
