using Microsoft.AspNetCore.Identity;

namespace OpenStateHub.Core.Accounts;

/// <summary>Somebody who signs in at one place. The same human at two places is two people here.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int MaxNameLength = 120;

    public Person() => Id = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>They asked not to be known any more: what they did stays, with its office.</summary>
    public DateTimeOffset? DissociatedAt { get; private set; }

    /// <summary>Nobody signs in as them any more, and no letter reaches them: the domain is one that never exists (RFC 2606).</summary>
    internal void Dissociate(string name, DateTimeOffset now)
    {
        var address = $"{Id:N}@dissociated.invalid";
        (Name, Email, UserName, DissociatedAt) = (name, address, address, now);
        (NormalizedEmail, NormalizedUserName) = (address.ToUpperInvariant(), address.ToUpperInvariant());
        (PasswordHash, SecurityStamp, TwoFactorEnabled) = ("", Guid.CreateVersion7().ToString("N"), false);
    }
}
