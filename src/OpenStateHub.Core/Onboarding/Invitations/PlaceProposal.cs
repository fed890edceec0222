using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

public enum ProposalOutcome
{
    Confirmed,
    Refused,
}

/// <summary>A municipality that its state would have invited, as the nation decides it.</summary>
public sealed class PlaceProposal
{
    public const int MaxTextLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required TenantId PlaceId { get; init; }
    public required TenantId StateId { get; init; }
    public required string Email { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Null: a standing permission, or nobody yet.</summary>
    public Guid? DecidedBy { get; private set; }

    public ProposalOutcome? Outcome { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    public Refusal? Decide(ProposalOutcome outcome, string? reason, Guid? by, DateTimeOffset at)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

        if (DecidedAt is not null)
        {
            return OnboardingRefusals.ProposalDecided;
        }

        if (outcome is ProposalOutcome.Refused && reason is null)
        {
            return OnboardingRefusals.ReasonMissing;
        }

        if (reason?.Length > MaxTextLength)
        {
            return OnboardingRefusals.ReasonTooLong;
        }

        (Outcome, Reason, DecidedBy, DecidedAt) = (outcome, reason, by, at);
        return null;
    }
}

/// <summary>The same proposal as the state that made it reads it.</summary>
public sealed class ProposedPlace
{
    public required Guid Id { get; init; }
    public required TenantId PlaceId { get; init; }
    public required string Email { get; init; }
    public string? Note { get; init; }
    public required Guid ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public ProposalOutcome? Outcome { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>Learns what the nation decided.</summary>
    public void Learn(ProposalOutcome outcome, string? reason, DateTimeOffset at) => (Outcome, Reason, DecidedAt) = (outcome, reason, at);
}
