using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>How ready a place said it was, as every tenant may read it: four figures from 0 to 100, never the answers.</summary>
public sealed class PublishedReadiness
{
    public required TenantId TenantId { get; init; }
    public required Guid Id { get; init; }
    public required int Questionnaire { get; init; }
    public required DateOnly AnsweredOn { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required int Structural { get; init; }
    public required int Political { get; init; }
    public required int Social { get; init; }
    public required int Capacities { get; init; }
}

/// <summary>From 0 to 100 each.</summary>
public sealed record ReadinessFigures(int Structural, int Political, int Social, int Capacities);
