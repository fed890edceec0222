namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>The app that computes a person's codes.</summary>
public sealed class Authenticator
{
    public required Guid UserId { get; init; }

    /// <summary>Protected by the keys of the cookies.</summary>
    public required string Secret { get; set; }

    /// <summary>The step of the last code that was used: neither it nor an earlier one works again.</summary>
    public required long LastStep { get; set; }

    public required DateTimeOffset ConfirmedAt { get; set; }
}
