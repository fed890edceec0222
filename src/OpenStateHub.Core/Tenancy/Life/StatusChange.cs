namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>That an operator changed what a place is: a row of the national tenant alone.</summary>
public sealed class StatusChange
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TenantId PlaceId { get; init; }
    public required TenantStatus FromStatus { get; init; }
    public required TenantStatus ToStatus { get; init; }

    /// <summary>Public; null where the command line gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>Null: the command line.</summary>
    public Guid? ChangedBy { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>Why a place becomes something else, and who says so.</summary>
/// <param name="Reason">Public.</param>
/// <param name="By">The operator who is signed in; null: the command line.</param>
public sealed record StatusCause(string? Reason, Guid? By)
{
    public const int MaxReasonLength = 1000;

    /// <summary>Of the command line, which asks for no reason.</summary>
    public static readonly StatusCause Unsaid = new(null, null);

    /// <summary>Whoever is signed in says why.</summary>
    public Refusal? Check() =>
        By is not null && Said is null ? LifeRefusals.ReasonMissing
        : Said?.Length > MaxReasonLength ? LifeRefusals.ReasonTooLong
        : null;

    internal string? Said => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
}

public static class LifeRefusals
{
    public static readonly Refusal ReasonMissing = new("life.reason-missing", "reason");
    public static readonly Refusal ReasonTooLong = new("life.reason-too-long", "reason");
    public static readonly Refusal DomainMalformed = new("life.domain-malformed", "host");
    public static readonly Refusal DomainOfTheHub = new("life.domain-of-the-hub", "host");
    public static readonly Refusal DomainTaken = new("life.domain-taken", "host");
    public static readonly Refusal DomainPresent = new("life.domain-present", "host");
    public static readonly Refusal DomainMissing = new("life.domain-missing");
    public static readonly Refusal ChallengeNotFound = new("life.challenge-not-found");
    public static readonly Refusal NobodyAnswers = new("life.nobody-answers");
    public static readonly Refusal NationHasItsOwn = new("life.nation-has-its-own");
}
