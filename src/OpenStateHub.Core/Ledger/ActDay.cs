using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Ledger;

/// <summary>A day on which a place did something in public, as every tenant may read it: whether it was at work, on any day.</summary>
public sealed class ActDay
{
    public required TenantId TenantId { get; init; }

    /// <summary>On which it happened; where no source tells, on which it was recorded.</summary>
    public required DateOnly Day { get; init; }
}
