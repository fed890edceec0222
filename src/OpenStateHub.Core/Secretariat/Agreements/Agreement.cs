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

    /// <summary>What was agreed came to pass with the agreement itself.</summary>
    internal void CarryOut() => State = AgreementState.Done;

    /// <summary>Gives it to somebody, until a day.</summary>
    internal void Entrust(string? responsible, DateOnly? dueOn) => (Responsible, DueOn) = (responsible, dueOn);
}

/// <summary>What became of an agreement, in the words of whoever follows it.</summary>
public sealed class AgreementNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AgreementId { get; init; }

    /// <summary>The agreement's state from then on.</summary>
    public required AgreementState State { get; init; }

    public required string Text { get; init; }

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
