using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.ActionPlans;

public enum ActorRole
{
    Lead,
    Supporting,
    CivilSocietyCounterpart,
    Other,
}

/// <summary>A body that takes part in a commitment.</summary>
public sealed class CommitmentActor
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CommitmentId { get; private set; }
    public required ActorRole Role { get; init; }
    public required Sector Sector { get; set; }
    public required string Organization { get; init; }
}

/// <summary>The values of the Open Government Partnership.</summary>
public enum OpenGovernmentValue
{
    AccessToInformation,
    CivicParticipation,
    PublicAccountability,
    TechnologyAndInnovation,
}

/// <summary>A value that a commitment serves, and why.</summary>
public sealed class CommitmentValue
{
    public Guid CommitmentId { get; private set; }
    public required OpenGovernmentValue Value { get; init; }
    public required string Reason { get; set; }
}

/// <summary>What shows the result of a commitment. Results are not progress and never part of the percentage.</summary>
public sealed record Indicator(string Name, string? Unit, string? Baseline, string? Target)
{
    /// <returns>Null where nothing is left of it.</returns>
    public Indicator? Tidy() => new Indicator(Name.Tidy() ?? "", Unit.Tidy(), Baseline.Tidy(), Target.Tidy()) is var said && said != new Indicator("", null, null, null) ? said : null;
}
