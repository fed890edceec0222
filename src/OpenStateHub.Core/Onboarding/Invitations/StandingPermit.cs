using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>What this state proposes is sent at once, while it lasts.</summary>
public sealed class StandingPermit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required TenantId StateId { get; init; }
    public required Guid GrantedBy { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
    public Guid? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(Guid by, DateTimeOffset at) => (EndedBy, EndedAt) = (by, at);
}
