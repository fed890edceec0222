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
}
