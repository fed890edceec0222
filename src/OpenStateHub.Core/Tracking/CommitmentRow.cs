using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking;

/// <summary>A commitment of a public plan with the figures that its activities give today.</summary>
public sealed record CommitmentRow
{
    public required Guid Id { get; init; }
    public required string PlanSlug { get; init; }
    public required string PlanTitle { get; init; }
    public required Guid AxisId { get; init; }
    public required string Axis { get; init; }
    public required string Slug { get; init; }
    public string? UniqueId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required bool IsProactive { get; init; }
    public required bool IsWithdrawn { get; init; }
    public required bool IsLeftOut { get; init; }

    /// <summary>The day on which the secretariat found all of it done; null: it has not.</summary>
    public DateOnly? VerifiedOn { get; init; }

    public required bool IsDemonstration { get; init; }

    /// <summary>Its own day, or the plan's.</summary>
    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Its lead bodies and civil-society counterparts.</summary>
    public IReadOnlyList<PrincipalRow> Principals { get; init; } = [];

    public IReadOnlyList<string> Sdgs { get; init; } = [];
    public IReadOnlyList<ActivityRow> Activities { get; init; } = [];

    /// <summary>Its plan is closed or it was withdrawn: what was left undone is no longer late.</summary>
    public bool IsOver { get; init; }

    public required DateOnly Today { get; init; }

    public IReadOnlyList<string> Leads => In(ActorRole.Lead);

    public IReadOnlyList<string> Counterparts => In(ActorRole.CivilSocietyCounterpart);

    public Progress Progress => Progress.OfCommitment([.. Activities.Select(a => a.Placed)]);

    /// <summary>Null where it has no activities.</summary>
    public ActivityStatus? Status => Progress.StatusOf([.. Activities.Select(a => a.Placed.State.Status)], IsWithdrawn, VerifiedOn is not null);

    /// <summary>Every activity is verified, and only the secretariat's decision is missing.</summary>
    public bool AwaitsDecision => Status is ActivityStatus.Complete && Activities.All(a => a.Placed.State.Status is ActivityStatus.Verified);

    public int LateActivities => IsOver ? 0 : Activities.Count(a => a.Placed.State.IsLate(Today));

    public bool IsLate => LateActivities > 0;

    /// <summary>All confirmed, some of it done after it was due: cumplido con retraso.</summary>
    public bool WasLate => Status is ActivityStatus.Verified && Activities.Any(a => a.Placed.State.WasLate);

    public DateOnly? NextDueOn => Activities.Where(a => a.Placed.State.IsOpen).Min(a => a.Placed.State.DueOn);

    public DateOnly? UpdatedOn => Activities.Max(a => a.UpdatedOn);

    private string[] In(ActorRole role) => [.. Principals.Where(p => p.Role == role).Select(p => p.Organization)];
}

public sealed record PrincipalRow(ActorRole Role, string Organization);

/// <param name="Open">Its text, where it is open and was asked for.</param>
public sealed record ActivityRow(PlacedActivity Placed, DateOnly? UpdatedOn, OpenActivity? Open);

public sealed record OpenActivity(Guid Id, string Description, string? GovernmentOwner, string? CivilSocietyOwner);
