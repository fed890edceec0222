using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>What a plan had come to at the end of a cut-off day. The database refuses every change to it; a correction is a <see cref="Rectification"/>.</summary>
public sealed class AccountabilityReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required Guid CutoffId { get; init; }
    public required DateOnly FallsOn { get; init; }
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>A <see cref="CutoffSnapshot"/> as text: the very bytes that the hash is taken of and that anybody may download.</summary>
    public required string Content { get; init; }

    public required string Sha256 { get; init; }
    public decimal? Reported { get; init; }
    public decimal? Verified { get; init; }
    public required int Counted { get; init; }
    public required int Total { get; init; }
    public required int LateActivities { get; init; }

    public Progress Progress => new(Reported, Verified, Counted, Total);

    public static AccountabilityReport Of(Cutoff cutoff, CutoffSnapshot snapshot, DateTimeOffset now)
    {
        var content = snapshot.ToText();
        return new AccountabilityReport
        {
            PlanId = cutoff.PlanId,
            CutoffId = cutoff.Id,
            FallsOn = cutoff.FallsOn,
            FrozenAt = now,
            Content = content,
            Sha256 = CanonicalText.Sha256Of(content),
            Reported = snapshot.Reported,
            Verified = snapshot.Verified,
            Counted = snapshot.Counted,
            Total = snapshot.Total,
            LateActivities = snapshot.LateActivities,
        };
    }
}

/// <summary>A correction of a frozen report, which it cites and leaves as it is.</summary>
public sealed class Rectification
{
    public const int MaxSubjectLength = 300;
    public const int MaxTextLength = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ReportId { get; init; }

    /// <summary>What part of the report: a commitment, an activity, the whole.</summary>
    public required string Concerns { get; init; }

    /// <summary>What the report says.</summary>
    public required string Reads { get; init; }

    public required string ShouldRead { get; init; }
    public required string Reason { get; init; }
    public required DateOnly RectifiedOn { get; init; }
    public bool IsDemonstration { get; init; }

    public Refusal? Check() => this switch
    {
        { Concerns.Length: 0 } => CutoffRefusals.RectifiedWithoutSubject,
        { Reads.Length: 0 } => CutoffRefusals.RectifiedWithoutWords,
        { ShouldRead.Length: 0 } => CutoffRefusals.RectifiedWithoutCorrection,
        { Reason.Length: 0 } => CutoffRefusals.RectifiedWithoutReason,
        _ => TextRules.CheckLength(
            ("concerns", Concerns, MaxSubjectLength), ("reads", Reads, MaxTextLength), ("shouldRead", ShouldRead, MaxTextLength), ("reason", Reason, MaxTextLength)),
    };
}
