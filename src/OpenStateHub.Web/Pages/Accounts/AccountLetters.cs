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
    public Letter Invitation(Role role, string token) => new(
        words["Letter_InvitationSubject", tenant.Current.Name],
        words["Letter_InvitationText", tenant.Current.Name, words[$"Role_{role}"], Link(AccountPaths.Invitation(token))]);

    public Letter Reset(Guid personId, string token) => new(
        words["Letter_ResetSubject", tenant.Current.Name],
        words["Letter_ResetText", tenant.Current.Name, Link(AccountPaths.Reset(personId, token))]);

    private string Link(string path) => addresses.Whole(Languages.Keep(path));
}
