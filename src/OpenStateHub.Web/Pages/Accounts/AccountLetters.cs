using System.Globalization;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>The letters about accounts, with their links, in the language of whoever caused them.</summary>
public sealed class AccountLetters(TenantContext tenant, HubAddresses addresses, IStringLocalizer<AccountWords> words)
{
    public Letter Invitation(Role role, string token) => Of(
        words["Letter_InvitationSubject", tenant.Current.Name],
        [words["Letter_Invitation", tenant.Current.Name, words[$"Role_{role}"]], words["Letter_InvitationOnce"]],
        new(words["Letter_InvitationLink"], Link(AccountPaths.Invitation(token))),
        words["Letter_InvitationUnexpected"]);

    /// <summary>To whoever has an account and was put in charge of something.</summary>
    public Letter Named(string thing, DateOnly? until) => Of(
        words["Letter_NamedSubject", tenant.Current.Name],
        [words["Letter_Named", thing], .. until is { } on ? (string[])[words["Letter_NamedUntil", Dates.Words(on)]] : []],
        new(words["Letter_NamedLink"], Link("/gestion")),
        words["Letter_NamedUnexpected"]);

    public Letter Reset(Guid personId, string token) => Of(
        words["Letter_ResetSubject", tenant.Current.Name],
        [words["Letter_Reset", tenant.Current.Name], words["Letter_ResetOnce"]],
        new(words["Letter_ResetLink"], Link(AccountPaths.Reset(personId, token))),
        words["Letter_ResetUnexpected"]);

    private Letter Of(string subject, IReadOnlyList<string> paragraphs, Letter.Link link, string closing) => new()
    {
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
        Subject = subject,
        Paragraphs = paragraphs,
        Action = link,
        Closing = [closing],
        Footer = words["Letter_Footer", tenant.Current.Name],
    };

    private string Link(string path) => addresses.Whole(Languages.Keep(path));
}
