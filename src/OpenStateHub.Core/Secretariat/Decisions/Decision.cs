namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>A matter put to the vote of the secretariat: on an item of an open session, or in writing until a deadline.</summary>
public sealed class Decision
{
    public const int LongestTitle = 300;
    public const int LongestText = 10_000;
    public const int LongestResponsible = 300;

    /// <summary>A written vote lasts no longer.</summary>
    public static readonly TimeSpan LongestInWriting = TimeSpan.FromDays(90);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null: in writing.</summary>
    public Guid? SessionId { get; init; }

    public Guid? AgendaItemId { get; init; }
    public required Matter Matter { get; init; }

    /// <summary>What it is about, in the table of the feature that carries it out.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The same as the ledger names it, such as <c>commitment/agua-limpia</c>.</summary>
    public string? Subject { get; init; }

    public required string Title { get; init; }

    /// <summary>What is decided, word for word: it becomes the text of the agreement.</summary>
    public required string Text { get; init; }

    /// <summary>What its effect needs besides, as JSON that the effect writes and reads.</summary>
    public string? Terms { get; init; }

    public required DecisionRule Rule { get; init; }

    /// <summary>Who is to carry out the agreement.</summary>
    public string? Responsible { get; init; }

    /// <summary>The day until which it is to be carried out.</summary>
    public DateOnly? DueOn { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>In writing: no vote counts from this moment on.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; private set; }
    public DecisionOutcome Outcome { get; private set; } = DecisionOutcome.Open;
    public DateOnly? DecidedOn { get; private set; }
    public VoteChoice? GovernmentVote { get; private set; }
    public VoteChoice? CivilSocietyVote { get; private set; }
    public VoteChoice? GuarantorVote { get; private set; }

    /// <summary>The code of the refusal that kept what the sectors agreed from being done: held open, or closed as not passed.</summary>
    public string? NotApplied { get; private set; }

    /// <summary>An invented decision, shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public bool IsInWriting => SessionId is null;

    public bool IsOpen => Outcome is DecisionOutcome.Open;

    public Refusal? Check(DateTimeOffset now) => this switch
    {
        _ when string.IsNullOrWhiteSpace(Title) => DecisionRefusals.WithoutTitle,
        _ when string.IsNullOrWhiteSpace(Text) => DecisionRefusals.WithoutText,
        _ when Title.Length > LongestTitle => DecisionRefusals.TitleTooLong,
        _ when Text.Length > LongestText => DecisionRefusals.TextTooLong,
        _ when Responsible?.Length > LongestResponsible => DecisionRefusals.ResponsibleTooLong,
        _ when IsInWriting && ClosesAt is null => DecisionRefusals.WithoutDeadline,
        _ when ClosesAt <= now => DecisionRefusals.DeadlinePast,
        _ when ClosesAt > now + LongestInWriting => DecisionRefusals.DeadlineTooFar,
        _ when Rule is DecisionRule.TwoOfThree && !Matter.MayPassByTwoOfThree() => DecisionRefusals.NeedsAllThree,
        _ => null,
    };

    /// <summary>Whether a vote given at this moment counts.</summary>
    public Refusal? TakeVote(DateTimeOffset now) => !IsOpen || ClosesAt <= now ? DecisionRefusals.VoteClosed : null;

    /// <summary>Closes it with these votes.</summary>
    /// <param name="tally">The seats that are there or, in writing, that answered.</param>
    /// <param name="allAnswered">Every seat that may answer did: a written vote need not wait for its deadline.</param>
    /// <param name="today">The place's own day.</param>
    public Refusal? Close(Tally tally, bool allAnswered, DateTimeOffset now, DateOnly today)
    {
        if (!IsOpen)
        {
            return DecisionRefusals.AlreadyClosed;
        }

        if (ClosesAt > now && !allAnswered)
        {
            return DecisionRefusals.SeatsMayStillAnswer;
        }

        // A deadline closes the vote at its own time, however late the worker came.
        (ClosedAt, DecidedOn, Outcome) = (ClosesAt < now ? ClosesAt : now, today, tally.OutcomeUnder(Rule));
        (GovernmentVote, CivilSocietyVote, GuarantorVote) =
            (tally[Sector.Government].Vote, tally[Sector.CivilSociety].Vote, tally[Sector.Guarantor].Vote);
        NotApplied = null;
        return null;
    }

    /// <summary>What the sectors agreed cannot be done: nothing is recorded as passed that did not happen.</summary>
    public void CloseUnapplied(Refusal because)
    {
        if (Outcome is not DecisionOutcome.Passed)
        {
            throw new InvalidOperationException("Only what would have passed has an effect that can be refused.");
        }

        (Outcome, NotApplied) = (DecisionOutcome.NotPassed, because.Code);
    }

    /// <summary>The vote is over, and what it agreed cannot be done yet: it waits for the administrator.</summary>
    public void HoldOpen(Refusal because) => NotApplied = because.Code;
}
