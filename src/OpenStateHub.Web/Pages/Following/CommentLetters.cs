using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Following;

/// <summary>The letters to who said or asked something: confirm it, and what became of it.</summary>
public sealed class CommentLetters(TenantContext tenant, HubAddresses addresses, IStringLocalizer<CommentWords> words)
{
    public Letter Confirmation(Topic topic, string token) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = words["Letter_ConfirmSubject", topic.Title!],
        Paragraphs = [words["Letter_Confirm", topic.Title!, tenant.Current.Name]],
        Action = new(words["Letter_ConfirmLink"], addresses.Of(tenant.Current, $"/comentar/confirmar/{token}")),
        Closing = [words["Letter_Unexpected", Comment.Patience.Days]],
        Footer = words["Letter_Footer", tenant.Current.Name],
    };

    /// <summary>What the moderation did, in the language of the author.</summary>
    public Letter Outcome(Comment comment)
    {
        var reader = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = comment.Language == Languages.English.Name ? Languages.English : Languages.Spanish;
            return InTheirWords(comment);
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    private Letter InTheirWords(Comment comment)
    {
        var kind = comment.Answer is not null ? "Answered" : comment.Status.ToString();
        return new Letter
        {
            Language = comment.Language,
            Subject = words[$"Letter_Subject_{kind}"],
            Paragraphs = comment switch
            {
                { Answer: { } answer } => [words["Letter_Answered"], answer],
                { Rule: { } rule } => [words["Letter_Hidden", rule, words[$"Rule_{rule}"].Value], words[$"RuleMeans_{rule}"]],
                _ => [words["Letter_Published", Dates.Words(comment.DueOn!.Value)]],
            },
            Action = new(words["Letter_See"], addresses.Of(tenant.Current, $"/comentarios/{comment.Id}")),
            Closing = comment.Address is null ? [words["Letter_Forgotten"]] : [],
            Footer = words["Letter_Footer", tenant.Current.Name],
        };
    }
}
