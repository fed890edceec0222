using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts.Mine;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Privacy;

/// <summary>The letters about requests: to whoever asks, in their language, and by night to the administrators.</summary>
public sealed class ArcoLetters(RemindOfArco remind, TenantContext tenant, HubAddresses addresses, IStringLocalizer<ArcoWords> words)
{
    /// <summary>Nobody asks for the nightly look, so it has no reader's language.</summary>
    public Task ExecuteAsync(CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = Languages.Spanish;
        return remind.ExecuteAsync(Reminder, ct);
    }

    public Letter Confirmation(string token) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_ArcoConfirmSubject", tenant.Current.Name],
        Paragraphs = [words["Letter_ArcoConfirm", tenant.Current.Name], words["Letter_ArcoKeep"]],
        Action = new(words["Letter_ArcoConfirmLink"], addresses.Of(tenant.Current, $"/aviso-de-privacidad/arco/{token}")),
        Closing = [words["Letter_ArcoUnexpected", ArcoRequest.Patience.Days]],
        Footer = words["Letter_ArcoFooter", tenant.Current.Name],
    };

    public Letter Answer(ArcoRequest request) => InTheirLanguage(request, () => new()
    {
        Language = request.Language,
        Subject = words["Letter_ArcoAnswerSubject", tenant.Current.Name],
        Paragraphs =
        [
            words["Letter_ArcoAnswer", Dates.Words(request.ReceivedOn!.Value), words[$"Arco_Outcome_{request.Outcome}"]],
            request.Answer!,
            .. request.CarryDueOn is { } day ? [words["Letter_ArcoCarry", Dates.Words(day)].Value] : Array.Empty<string>(),
        ],
        Action = new(words["Letter_ArcoRights"], addresses.Of(tenant.Current, "/aviso-de-privacidad")),
        Footer = words["Letter_ArcoFooter", tenant.Current.Name],
    });

    public Letter Carried(ArcoRequest request) => InTheirLanguage(request, () => new()
    {
        Language = request.Language,
        Subject = words["Letter_ArcoCarriedSubject", tenant.Current.Name],
        Paragraphs = [words["Letter_ArcoCarried", Dates.Words(request.ReceivedOn!.Value)]],
        Action = new(words["Letter_ArcoRights"], addresses.Of(tenant.Current, "/aviso-de-privacidad")),
        Footer = words["Letter_ArcoFooter", tenant.Current.Name],
    });

    // Whoever reads the list sees who asks and for what: the letter names neither.
    private Letter Reminder(ArcoRequest request, ArcoReminder step) => new()
    {
        Language = Languages.Spanish.TwoLetterISOLanguageName,
        Subject = words[$"Letter_ArcoRemindSubject_{step}"],
        Paragraphs = [words[$"Letter_ArcoRemind_{step}", Dates.Words(request.NextDueOn!.Value)]],
        Action = new(words["Letter_ArcoOpen"], addresses.Of(tenant.Current, $"/gestion/arco/{request.Id}")),
        Footer = words["Letter_ArcoFooter", tenant.Current.Name],
    };

    private static Letter InTheirLanguage(ArcoRequest request, Func<Letter> letter)
    {
        var readers = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = request.Language == Languages.English.TwoLetterISOLanguageName ? Languages.English : Languages.Spanish;

        try
        {
            return letter();
        }
        finally
        {
            CultureInfo.CurrentUICulture = readers;
        }
    }
}
