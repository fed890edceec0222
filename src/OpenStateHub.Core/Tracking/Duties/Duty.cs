using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Duties;

/// <summary>What a place owes by a day (domain rules, section 7).</summary>
public enum DutyCode
{
    /// <summary>The secretariat meets; from its installation on.</summary>
    ForumMeets,

    /// <summary>The public repository is kept up to date, while a plan runs.</summary>
    RepositoryUpdated,

    /// <summary>Results are presented in public, while a plan runs.</summary>
    ResultsPresented,

    /// <summary>Each plan is assessed at its beginning; from its publication on.</summary>
    InceptionAssessed,

    /// <summary>Each commitment is assessed at its end; from its completion on.</summary>
    CompletionAssessed,
}

/// <summary>The period of a duty: the usual one of a kind of place, or what a place says of itself.</summary>
/// <param name="Times">So many times in every period; 1 for what is done once.</param>
/// <param name="Months">Calendar months, which end on their last day: 31 August and six months is 28 or 29 February.</param>
/// <param name="EffectiveFrom">What began before that day is not measured by it.</param>
public sealed record DutyRule(DutyCode Code, bool IsApplicable, int Times, int Months, DateOnly EffectiveFrom, string Source)
{
    public const int MostTimes = 12;
    public const int MostMonths = 60;
    public const int MaxSourceLength = 500;

    public bool IsOnce => Code is DutyCode.InceptionAssessed or DutyCode.CompletionAssessed;

    /// <summary>So many days before it is due it is due soon; a short period has a short warning.</summary>
    public int SoonDays => Months < 3 ? 10 : 30;

    public DateOnly DueAfter(DateOnly start) => start.AddMonths(Months);

    public Refusal? Check() => this switch
    {
        { Times: < 1 or > MostTimes } => DutyRefusals.TimesOutOfRange,
        { IsOnce: true, Times: not 1 } => DutyRefusals.DoneOnce,
        { Months: < 1 or > MostMonths } => DutyRefusals.MonthsOutOfRange,
        { Source.Length: 0 } => DutyRefusals.WithoutSource,
        _ => TextRules.CheckLength(("source", Source, MaxSourceLength)),
    };
}

/// <summary>The usual duty of a kind of place: reference data of the nation.</summary>
public sealed class DutyDefault
{
    public required TenantKind Kind { get; init; }
    public required DutyCode Code { get; init; }
    public required int Times { get; init; }
    public required int Months { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string SourceEs { get; init; }
    public required string SourceEn { get; init; }

    public DutyRule Rule(bool inEnglish) => new(Code, IsApplicable: true, Times, Months, EffectiveFrom, inEnglish ? SourceEn : SourceEs);
}

/// <summary>A duty that a place has otherwise than usual.</summary>
public sealed class Duty
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DutyCode Code { get; init; }
    public bool IsApplicable { get; private set; }
    public int Times { get; private set; }
    public int Months { get; private set; }
    public DateOnly EffectiveFrom { get; private set; }
    public string Source { get; private set; } = "";
    public int Revision { get; private set; }

    public DutyRule Rule => new(Code, IsApplicable, Times, Months, EffectiveFrom, Source);

    /// <param name="seen">The revision that the writer saw; 0 where the place had no row.</param>
    public Refusal? Change(DutyRule rule, int seen)
    {
        if (seen != Revision)
        {
            return DutyRefusals.ChangedMeanwhile;
        }

        if (rule.Check() is { } refusal)
        {
            return refusal;
        }

        (IsApplicable, Times, Months, EffectiveFrom, Source) = (rule.IsApplicable, rule.Times, rule.Months, rule.EffectiveFrom, rule.Source);
        Revision++;
        return null;
    }
}

/// <summary>That a plan or a commitment was assessed.</summary>
public sealed class DutyRecord
{
    public const int MaxNoteLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DutyCode Code { get; init; }
    public Guid? PlanId { get; init; }
    public Guid? CommitmentId { get; init; }
    public required DateOnly DoneOn { get; init; }
    public string? Link { get; init; }
    public string? Note { get; init; }
    public bool IsDemonstration { get; init; }

    /// <param name="startedOn">The day from which it was due.</param>
    public Refusal? Check(DateOnly startedOn, DateOnly today) => this switch
    {
        _ when DoneOn > today => DutyRefusals.DoneInFuture,
        _ when DoneOn < startedOn => DutyRefusals.DoneBeforeItBegan,
        { Link: null, Note: null } => DutyRefusals.RecordWithoutProof,
        _ when !WebAddress.Fits(Link) => DutyRefusals.LinkMalformed,
        _ => TextRules.CheckLength(("note", Note, MaxNoteLength)),
    };
}

public static class DutyRefusals
{
    public static readonly Refusal Unknown = new("duty.unknown");
    public static readonly Refusal TimesOutOfRange = new("duty.times-out-of-range", "times");
    public static readonly Refusal DoneOnce = new("duty.done-once", "times");
    public static readonly Refusal MonthsOutOfRange = new("duty.months-out-of-range", "months");
    public static readonly Refusal WithoutDay = new("duty.without-day", "effectiveFrom");
    public static readonly Refusal WithoutSource = new("duty.without-source", "source");
    public static readonly Refusal ChangedMeanwhile = new("duty.changed-meanwhile");
    public static readonly Refusal NotRecorded = new("duty.not-recorded");
    public static readonly Refusal SubjectUnknown = new("duty.subject-unknown", "subject");
    public static readonly Refusal AlreadyRecorded = new("duty.already-recorded", "subject");
    public static readonly Refusal RecordWithoutDay = new("duty.record-without-day", "doneOn");
    public static readonly Refusal DoneInFuture = new("duty.done-in-future", "doneOn");
    public static readonly Refusal DoneBeforeItBegan = new("duty.done-before-it-began", "doneOn");
    public static readonly Refusal RecordWithoutProof = new("duty.record-without-proof", "link");
    public static readonly Refusal LinkMalformed = new("duty.link-malformed", "link");
}
