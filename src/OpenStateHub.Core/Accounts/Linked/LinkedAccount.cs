using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts.Linked;

/// <summary>This place's side of two accounts that one person linked. Neither place reads the other's side.</summary>
public sealed class LinkedAccount
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required TenantId OtherPlaceId { get; init; }

    /// <summary>The account there.</summary>
    public required Guid OtherUserId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }
}

/// <summary>A pass by which somebody came over: none works twice.</summary>
public sealed class UsedPass
{
    public required Guid Id { get; init; }
    public required DateTimeOffset UsedAt { get; init; }
}
