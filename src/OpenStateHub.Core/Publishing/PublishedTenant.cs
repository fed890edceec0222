using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Publishing;

/// <summary>Where a place stands, as every tenant may read it.</summary>
public sealed class PublishedTenant
{
    public required TenantId TenantId { get; init; }
    public DateOnly? OnboardingOn { get; init; }
    public DateOnly? DeclaredOn { get; init; }

    /// <summary>The day is only the one by which the fact is known.</summary>
    public bool DeclaredIsBound { get; init; }

    public DateOnly? InstalledOn { get; init; }
    public bool InstalledIsBound { get; init; }
    public DateOnly? CoCreatingOn { get; init; }
    public DateOnly? PlanPublishedOn { get; init; }
    public DateOnly? ImplementingOn { get; init; }
    public DateOnly? EvaluatedOn { get; init; }
    public DateOnly? LastActOn { get; init; }
    public int Plans { get; init; }
    public string? PlanSlug { get; init; }
    public string? PlanTitle { get; init; }
    public DateOnly? PlanStartsOn { get; init; }
    public DateOnly? PlanEndsOn { get; init; }

    /// <summary>Percent, 0 to 100, of the latest published plan; null where nothing in it counts.</summary>
    public decimal? Reported { get; init; }

    public decimal? Verified { get; init; }
    public int Counted { get; init; }
    public int Commitments { get; init; }
    public int LateActivities { get; init; }
    public int GovernmentSeats { get; init; }
    public int CivilSocietySeats { get; init; }
    public int GuarantorSeats { get; init; }
    public bool Demonstration { get; init; }

    /// <summary>What was done in the latest plan was invented, be the plan real or not.</summary>
    public bool ProgressIsInvented { get; init; }
}

/// <summary>A commitment of a published plan, as every tenant may read it.</summary>
public sealed class PublishedCommitment
{
    public required TenantId TenantId { get; init; }
    public required Guid Id { get; init; }
    public required string PlanSlug { get; init; }
    public required string PlanTitle { get; init; }
    public required string Slug { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Axis { get; init; }
    public required bool Proactive { get; init; }
    public string? Status { get; init; }

    /// <summary>With a late activity or, where all is verified, met after it was due.</summary>
    public required bool Late { get; init; }

    public decimal? Reported { get; init; }
    public decimal? Verified { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Lead { get; init; }
    public required bool Demonstration { get; init; }
}
