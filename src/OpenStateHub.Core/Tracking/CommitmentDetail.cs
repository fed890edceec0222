using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Core.Tracking.Indicators;

namespace OpenStateHub.Core.Tracking;

/// <summary>Everything that is public of one commitment.</summary>
public sealed record CommitmentDetail
{
    /// <summary>Its figures and its place in the plan.</summary>
    public required CommitmentRow Row { get; init; }

    public required CommitmentRecord Record { get; init; }
    public IReadOnlyList<NamedCode> PolicyAreas { get; init; } = [];
    public IReadOnlyList<NamedCode> Sdgs { get; init; } = [];

    /// <summary>By action, in the order of the plan; one group without a title where the commitment has no actions.</summary>
    public IReadOnlyList<ActionGroup> Groups { get; init; } = [];

    /// <summary>What was measured of its indicator, the first one first.</summary>
    public IReadOnlyList<IndicatorValueRow> Measured { get; init; } = [];

    /// <summary>The seats that are held today; read only where something awaits their answer.</summary>
    public IReadOnlyList<AnsweringSeat> Seats { get; init; } = [];

    public IEnumerable<ActivityDetail> Activities => Groups.SelectMany(group => group.Activities);
}

/// <summary>What a commitment says, and what is on record about it.</summary>
public sealed record CommitmentRecord
{
    public required CommitmentText Text { get; init; }
    public LinkedCommitment? ContinuationOf { get; init; }
    public LinkedCommitment? ContinuedBy { get; init; }
    public string? Source { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
    public AgreementNumber? WithdrawnBy { get; init; }
    public string? WithdrawalReasons { get; init; }

    /// <summary>The day on which the secretariat found all of it done; null: it has not.</summary>
    public DateOnly? VerifiedOn { get; init; }

    public AgreementNumber? VerifiedBy { get; init; }
    public IReadOnlyList<ActorRow> Actors { get; init; } = [];
    public IReadOnlyList<ValueRow> Values { get; init; } = [];
    public IReadOnlyList<LinkRow> Links { get; init; } = [];
}

public sealed record LinkedCommitment(string Slug, string Title, string PlanTitle);

public sealed record ActorRow(ActorRole Role, Sector Sector, string Organization);

public sealed record ValueRow(OpenGovernmentValue Value, string Reason);

public sealed record LinkRow(LinkKind Kind, string Target, string? Label);

/// <param name="Title">The action's; null where the commitment has no actions.</param>
public sealed record ActionGroup(string? Title, Progress Progress, IReadOnlyList<ActivityDetail> Activities);

public sealed record ActivityDetail
{
    public required Guid Id { get; init; }
    public Guid? ActionId { get; init; }
    public required string Description { get; init; }
    public string? GovernmentOwner { get; init; }
    public string? CivilSocietyOwner { get; init; }
    public DateOnly? StartsOn { get; init; }
    public string? Deliverable { get; init; }
    public IReadOnlyList<string> MeansOfVerification { get; init; } = [];
    public required ActivityState State { get; init; }
    public DateOnly? EndedOn { get; init; }
    public AgreementNumber? EndedBy { get; init; }
    public string? EndReasons { get; init; }
    public string? Source { get; init; }
    public bool IsDemonstration { get; init; }

    /// <summary>The first one first.</summary>
    public IReadOnlyList<ReportRow> Reports { get; init; } = [];

    /// <summary>The completion that the sectors are asked to confirm or have confirmed; null while nothing is reported as complete.</summary>
    public ReportRow? Awaiting => State.Status is ActivityStatus.Complete or ActivityStatus.Verified && Reports is [.., var last] ? last : null;
}

public sealed record ReportRow
{
    public required Guid Id { get; init; }
    public required Guid ActivityId { get; init; }
    public required int Number { get; init; }
    public required DateOnly ReportedOn { get; init; }
    public required ActivityStatus Status { get; init; }
    public int? Percent { get; init; }
    public DateOnly? DoneOn { get; init; }
    public required string Summary { get; init; }
    public string? StepBackReason { get; init; }
    public required Sector Sector { get; init; }
    public required string Office { get; init; }

    /// <summary>What kept it from being done in time; null where nothing was said.</summary>
    public Obstacle? Obstacle { get; init; }

    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];
    public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

    /// <summary>What single seats said, from which each sector's answer is settled.</summary>
    public IReadOnlyList<SeatSaid> Seats { get; init; } = [];

    /// <summary>The last day on which a sector's answer is in time.</summary>
    public DateOnly AnswerBy => AnswerTerm.LastDay(ReportedOn);

    public AnswerRow? AnswerOf(Sector sector) => Answers.FirstOrDefault(answer => answer.Sector == sector);
}

/// <param name="Url">Null where it is a file.</param>
/// <param name="Sha256">Of its file, whose bytes are gone where it was withdrawn; null where it is a link.</param>
public sealed record EvidenceRow(
    Guid Id, string Title, string? Url, string? Sha256, string? FileName, long? Bytes, DateOnly? DatedOn, DateOnly? WithdrawnOn, string? WithdrawalReason);

public sealed record AnswerRow(Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly AnsweredOn);
