using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>Where a place's chain ends; 0 and no hash for an empty one. Every tenant may read and keep it.</summary>
public sealed class LedgerHead
{
    public required TenantId TenantId { get; init; }
    public required int Sequence { get; init; }
    public required string Hash { get; init; }
}
