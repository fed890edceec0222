using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The nightly look for secretariats that have not met for too long. Nobody asks for it, so it has no reader's language.</summary>
public sealed class SessionReminders(RemindOfSession remind, TenantContext tenant, HubAddresses addresses, IStringLocalizer<SessionWords> words)
{
    public Task ExecuteAsync(CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = Languages.Spanish;
        return remind.ExecuteAsync(Of, ct);
    }

    private Letter Of(FindSessionDue.Found due) => new()
    {
        Language = Languages.Spanish.TwoLetterISOLanguageName,
        Subject = words["Reminder_Subject", due.Months],
        Paragraphs =
        [
            due.IsFirst ? words["Reminder_First", Dates.Words(due.Since)] : words["Reminder_Since", Dates.Words(due.Since)],
            words["Reminder_Due", due.Months, Dates.Words(due.DueOn)],
            words["Reminder_Next"],
        ],
        Action = new(words["Reminder_Open"], addresses.Of(tenant.Current, "/gestion/sesiones")),
        Footer = words["Reminder_Footer", tenant.Current.Name],
    };
}
