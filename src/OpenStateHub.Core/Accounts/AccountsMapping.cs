using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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

        // One column: only Identity reads what is in it, and changes it in place.
        builder.Property(passkey => passkey.Data).HasColumnType("jsonb").HasConversion(
            data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<IdentityPasskeyData>(text, JsonSerializerOptions.Default)!,
            new ValueComparer<IdentityPasskeyData>(
                (one, other) => Text(one) == Text(other),
                data => Text(data).GetHashCode(StringComparison.Ordinal),
                data => JsonSerializer.Deserialize<IdentityPasskeyData>(Text(data), JsonSerializerOptions.Default)!));
    }

    private static string Text(IdentityPasskeyData? data) => JsonSerializer.Serialize(data);
}

internal sealed class AccountRulesMapping : IEntityTypeConfiguration<AccountRules>
{
    public void Configure(EntityTypeBuilder<AccountRules> builder) => builder.Property(rules => rules.Revision).IsConcurrencyToken();
}
