namespace OpenStateHub.Core.Accounts.SignIns;

/// <summary>One place where a person is signed in. Its id stands in the cookie, which opens nothing without it.</summary>
public sealed class SignIn
{
    public const int LongestDevice = 80;

    /// <summary>A cookie that was not used for so long has ended by itself.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }

    /// <summary>Browser and system, such as <c>Firefox · Windows</c>; no version, which would tell one reader from another.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset BeganAt { get; init; }
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether more than a password was proved.</summary>
    public required bool SecondFactor { get; init; }
}
