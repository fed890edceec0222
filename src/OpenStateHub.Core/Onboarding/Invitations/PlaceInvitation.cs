using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

public enum InvitationEnding
{
    /// <summary>Taken back before anybody accepted.</summary>
    Revoked,

    /// <summary>A later one took its place.</summary>
    Replaced,
}

/// <summary>The nation's record of one invitation that it sent to a place. The link itself stands among the place's own invitations.</summary>
public sealed class PlaceInvitation
{
    /// <summary>Longer than a person's: it goes to an office, and finds its way to somebody who may accept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TenantId PlaceId { get; init; }

    /// <summary>The link's row in the place.</summary>
    public required Guid InvitationId { get; init; }

    public required string Email { get; init; }

    /// <summary>Null: a state, by its standing permission.</summary>
    public Guid? SentBy { get; init; }

    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The proposal that it answers.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>The place was merely listed before: it is listed again when the invitation is revoked.</summary>
    public required bool Provisions { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }
    public InvitationEnding? Ending { get; private set; }

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public Refusal? End(InvitationEnding ending, Guid? by, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return OnboardingRefusals.InvitationEnded;
        }

        (Ending, EndedBy, EndedAt) = (ending, by, at);
        return null;
    }
}
