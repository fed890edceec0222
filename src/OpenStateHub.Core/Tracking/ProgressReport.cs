using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking.Answers;

namespace OpenStateHub.Core.Tracking;

/// <summary>What an owner says of an activity on a day. A report is never changed: the next one follows it.</summary>
public sealed class ProgressReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ActivityId { get; init; }

    /// <summary>1 for the first report of its activity: reports of one day keep their order.</summary>
    public required int Number { get; init; }

    public required DateOnly ReportedOn { get; init; }

    /// <summary>InProgress or Complete.</summary>
    public required ActivityStatus Status { get; init; }

    /// <summary>0 to 99 in progress; null when complete.</summary>
    public int? Percent { get; init; }

    public DateOnly? DoneOn { get; init; }
    public required string Summary { get; init; }

    /// <summary>Why it steps back, where it does.</summary>
    public string? StepBackReason { get; init; }

    public required Sector Sector { get; init; }
    public required string Office { get; init; }

    /// <summary>Compulsory in progress where it was due before that day.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>Never public. Whoever reports answers for no seat on it; null: nobody signed in.</summary>
    public Guid? ReportedBy { get; init; }

    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = new List<EvidenceItem>();

    /// <summary>What single seats say, from which each sector's answer is settled.</summary>
    public IReadOnlyList<SeatAnswer> SeatAnswers { get; init; } = new List<SeatAnswer>();

    public IReadOnlyList<Confirmation> Confirmations { get; init; } = new List<Confirmation>();
}
