using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>Where the chain of an erased tenant ended at the close of a day: what the nation gave out as an anchor, and keeps.</summary>
public sealed class ErasedHead
{
    public required TenantId PlaceId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Sequence { get; init; }
    public required string Hash { get; init; }
    public required DateOnly ErasedOn { get; init; }
}
