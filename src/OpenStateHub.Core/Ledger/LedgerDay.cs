using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>Where a place's chain ended on a day on which something was done there. It moves until that day is over, in the place's own calendar.</summary>
public sealed class LedgerDay
{
    public required TenantId TenantId { get; init; }
    public required DateOnly Day { get; init; }
    public required int Sequence { get; init; }
    public required string Hash { get; init; }
}
