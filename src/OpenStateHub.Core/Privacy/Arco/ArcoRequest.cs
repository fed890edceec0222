using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>What the law lets everybody ask about their data (the ARCO rights).</summary>
public enum ArcoKind
{
    Access,
    Rectification,
    Cancellation,
    Opposition,
}

public enum ArcoOutcome
{
    Granted,
    GrantedInPart,
    Denied,
}

/// <summary>Which of its clocks the administrators were last told of.</summary>
public enum ArcoReminder
{
    No,
    Soon,
    Late,
    CarrySoon,
    CarryLate,
}

/// <summary>Somebody asks about their data. The clock starts when they confirmed their address (domain.md, section 11).</summary>
public sealed class ArcoRequest
{
    public const int LongestName = 120;
    public const int LongestText = 4000;

    /// <summary>Whoever did not confirm by then is forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>So many working days before a day that is due, the administrators are reminded.</summary>
    public const int SoonDays = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required ArcoKind Kind { get; init; }
    public required string Name { get; init; }
    public required string Address { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The last day to answer in time.</summary>
    public DateOnly? DueOn { get; private set; }

    public ArcoOutcome? Outcome { get; private set; }
    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>The last day to do what was granted.</summary>
    public DateOnly? CarryDueOn { get; private set; }

    public DateOnly? CarriedOn { get; private set; }
    public ArcoReminder Reminded { get; private set; }

    /// <summary>The day by which the place has something to do; null: nothing is left.</summary>
    public DateOnly? NextDueOn => AnsweredOn is null ? DueOn : CarriedOn is null ? CarryDueOn : null;

    public Refusal? Check() => this switch
    {
        { Name.Length: 0 or > LongestName } => ArcoRefusals.NameMissing,
        { Text.Length: 0 or > LongestText } => ArcoRefusals.TextMissing,
        _ when !Enum.IsDefined(Kind) => ArcoRefusals.KindMissing,
        _ => null,
    };

    /// <param name="answerDays">Working days.</param>
    public Refusal? Confirm(DateOnly today, int answerDays, DateTimeOffset now)
    {
        if (ReceivedOn is not null)
        {
            return null;
        }

        if (AskedAt + Patience <= now)
        {
            return ArcoRefusals.LinkExpired;
        }

        (ReceivedOn, DueOn) = (today, WorkingDays.After(today, answerDays));
        return null;
    }

    /// <param name="carryDays">Working days.</param>
    public Refusal? Settle(ArcoOutcome outcome, string? reasons, DateOnly today, int carryDays)
    {
        if (ReceivedOn is null || AnsweredOn is not null)
        {
            return ArcoRefusals.NotOpen;
        }

        if (!Enum.IsDefined(outcome))
        {
            return ArcoRefusals.OutcomeMissing;
        }

        if (string.IsNullOrWhiteSpace(reasons) || reasons.Trim().Length > LongestText)
        {
            return ArcoRefusals.ReasonsMissing;
        }

        (Outcome, Answer, AnsweredOn) = (outcome, reasons.Trim(), today);
        CarryDueOn = outcome is ArcoOutcome.Denied ? null : WorkingDays.After(today, carryDays);
        return null;
    }

    public Refusal? CarryOut(DateOnly today)
    {
        if (CarryDueOn is null || CarriedOn is not null)
        {
            return ArcoRefusals.NothingToCarryOut;
        }

        CarriedOn = today;
        return null;
    }

    /// <returns>What the administrators must be told today; null: nothing new.</returns>
    public ArcoReminder? Remind(DateOnly today)
    {
        if (NextDueOn is not { } due)
        {
            return null;
        }

        var isAnswer = AnsweredOn is null;
        var step = today > due ? (isAnswer ? ArcoReminder.Late : ArcoReminder.CarryLate)
            : WorkingDays.After(today, SoonDays) >= due ? (isAnswer ? ArcoReminder.Soon : ArcoReminder.CarrySoon)
            : ArcoReminder.No;

        if (step <= Reminded)
        {
            return null;
        }

        Reminded = step;
        return step;
    }
}
