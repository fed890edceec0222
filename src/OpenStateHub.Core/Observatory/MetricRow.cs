using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Observatory;

/// <summary>From this day on the place's figure is this one; a null value: it has none any more.</summary>
public sealed class MetricSnapshot
{
    public required TenantId TenantId { get; init; }
    public required string Code { get; init; }
    public required DateOnly AsOf { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public DateTimeOffset ComputedAt { get; init; }
}

/// <summary>From this day on the country's figure is this one, computed from the places that report out of those that should.</summary>
public sealed class MetricTotal
{
    public required string Code { get; init; }
    public required DateOnly AsOf { get; init; }
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>Members of a programme on that day that have the figure.</summary>
    public required int Reporting { get; init; }

    /// <summary>Members of a programme on that day.</summary>
    public required int Total { get; init; }

    public DateTimeOffset ComputedAt { get; init; }
}
