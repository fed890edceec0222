using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Accounts.Linked;

namespace OpenStateHub.Core.Accounts;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(person => person.PhoneNumber);
        builder.Ignore(person => person.PhoneNumberConfirmed);
    }
}

internal sealed class FormDraftMapping : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder) => builder.HasKey(draft => new { draft.UserId, draft.Form, draft.Subject });
}

internal sealed class AuthenticatorMapping : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder) => builder.HasKey(authenticator => authenticator.UserId);
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.HasKey(passkey => passkey.CredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
    }
}

internal sealed class AccountRulesMapping : IEntityTypeConfiguration<AccountRules>
{
    public void Configure(EntityTypeBuilder<AccountRules> builder) => builder.Property(rules => rules.Revision).IsConcurrencyToken();
}
