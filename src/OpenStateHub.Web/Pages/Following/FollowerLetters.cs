using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Ledger;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>The letters to who follows something: the one that asks for a second yes, and those that tell what happened.</summary>
public sealed class FollowerLetters(
    TellFollowers tell, TenantContext tenant, HubAddresses addresses, IStringLocalizer<FollowWords> words, IStringLocalizer<LedgerWords> acts,
    IStringLocalizer<SharedWords> shared)
{
    /// <summary>Tells whoever is due, each in their own language: nobody asks for it, so there is no reader's.</summary>
    public Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct) => tell.ExecuteAsync(News, ct);

    public Letter Confirmation(Topic topic, Frequency frequency, string token) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_ConfirmSubject", NameOf(topic)],
        Paragraphs = [words["Letter_Confirm", NameOf(topic), tenant.Current.Name, words[$"Frequency_{frequency}"]], words["Letter_ConfirmNothing"]],
        Action = new(words["Letter_ConfirmLink"], addresses.Of(tenant.Current, $"/seguir/confirmar/{token}")),
        Closing = [words["Letter_Unexpected", Follower.Patience.Days]],
        Footer = words["Letter_ConfirmFooter", tenant.Current.Name],
    };

    /// <summary>What people call it; the place by its own name.</summary>
    public string NameOf(Topic topic) => topic.Title ?? tenant.Current.Name;

    private Letter News(FollowerNews news, string token)
    {
        CultureInfo.CurrentUICulture = news.Language == Languages.English.Name ? Languages.English : Languages.Spanish;
        var name = NameOf(news.Topic);
        var more = news.Total - news.Acts.Count;
        return new Letter
        {
            Language = news.Language,
            Subject = news.Total == 1 ? words["Letter_NewsSubjectOne", name] : words["Letter_NewsSubject", news.Total, name],
            Paragraphs = [words["Letter_News", name], .. news.Acts.Select(Line), .. more > 0 ? [words["Letter_NewsMore", more].Value] : Array.Empty<string>()],
            Action = new(words["Letter_NewsLink"], addresses.Of(tenant.Current, news.Topic.IsPlace ? "/historial" : SubjectAddress.Of(news.Topic.Subject))),
            Footer = words["Letter_NewsFooter", name, words[$"Frequency_{news.Frequency}"]],
            Unsubscribe = new(words["Letter_Stop"], addresses.Of(tenant.Current, $"/seguir/baja/{token}")),
        };
    }

    private string Line(ListLedger.Row row)
    {
        var entry = row.Entry;
        var day = entry.OccurredOn ?? DateOnly.FromDateTime(tenant.Current.LocalTime(entry.RecordedAt));
        var act = acts[$"Act_{entry.Act}"].Value;
        var said = words["Letter_NewsLine", Dates.Words(day), act, row.Title ?? entry.Subject.ToString()].Value;
        var by = entry.Office is null ? said : $"{said} {words["Letter_NewsBy", entry.Office].Value}";
        return row.IsDemonstration ? $"{by} ({shared["Demo_Mark"].Value})" : by;
    }
}
