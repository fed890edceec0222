namespace OpenStateHub.Core.Secretariat.Agreements;

public enum AgreementState
{
    Pending,
    InProgress,
    Done,
    Cancelled,
}

/// <summary>What the secretariat agreed, under its number, followed until it is done.</summary>
public sealed class Agreement
{
    public const int MaxTitleLength = 300;
    public const int MaxTextLength = 10_000;
    public const int MaxResponsibleLength = 300;

    /// <summary>So many days before its day somebody is reminded of it.</summary>
    public const int ReminderDays = 7;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required AgreementNumber Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DateOnly AgreedOn { get; init; }
    public string? Responsible { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public AgreementState State { get; private set; } = AgreementState.Pending;

    /// <summary>The decision that made it; null for a transcription.</summary>
    public Guid? DecisionId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The last day on which somebody was reminded of it.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public int Revision { get; private set; }

    /// <summary>An invented agreement, shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public bool IsOpen => State is AgreementState.Pending or AgreementState.InProgress;

    /// <summary>Its day went by, and it is neither done nor cancelled.</summary>
    public bool IsOverdueOn(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>What may be said of who is to do it by when.</summary>
    public static Refusal? CheckCharge(DateOnly agreedOn, string? responsible, DateOnly? dueOn) => dueOn switch
    {
        _ when responsible?.Length > MaxResponsibleLength => AgreementRefusals.ResponsibleTooLong,
        _ when dueOn < agreedOn => AgreementRefusals.DueBeforeAgreed,
        _ => null,
    };

    /// <summary>Takes the state of a note, and gives the agreement to a body until a day.</summary>
    public Refusal? Follow(AgreementNote note, string? responsible, DateOnly? dueOn)
    {
        if ((note.Check() ?? CheckCharge(AgreedOn, responsible, dueOn)) is { } refusal)
        {
            return refusal;
        }

        Entrust(responsible, dueOn);
        State = note.State;
        Revision++;
        return null;
    }

    /// <summary>Once in the week before its day, and once after that day went by; a new day asks for new reminders.</summary>
    public bool NeedsReminderOn(DateOnly today) => IsOpen && DueOn is { } due
        && (today > due ? !(RemindedOn > due) : today >= due.AddDays(-ReminderDays) && !(RemindedOn >= due.AddDays(-ReminderDays)));

    public void Remind(DateOnly on) => RemindedOn = on;

    /// <summary>What was agreed came to pass with the agreement itself.</summary>
    internal void CarryOut() => State = AgreementState.Done;

    /// <summary>Gives it to somebody, until a day.</summary>
    internal void Entrust(string? responsible, DateOnly? dueOn) => (Responsible, DueOn) = (responsible, dueOn);
}

/// <summary>What became of an agreement, in the words of whoever follows it.</summary>
public sealed class AgreementNote
{
    public const int MaxTextLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AgreementId { get; init; }

    /// <summary>The agreement's state from then on.</summary>
    public required AgreementState State { get; init; }

    public required string Text { get; init; }

    internal Refusal? Check() => Text.Length switch
    {
        0 => AgreementRefusals.NoteWithoutText,
        > MaxTextLength => AgreementRefusals.NoteTooLong,
        _ => null,
    };

    /// <summary>The body that said it; null where nobody said for whom they act.</summary>
    public string? Office { get; init; }

    public required DateOnly NotedOn { get; init; }
}

/// <summary>The last number that agreements of a year have.</summary>
public sealed class AgreementCounter
{
    public required int Year { get; init; }
    public required int Last { get; init; }
}
