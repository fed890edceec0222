namespace OpenStateHub.Core.Secretariat.Decisions;

public static class DecisionRefusals
{
    public static readonly Refusal WithoutTitle = new("decision.without-title", "title");
    public static readonly Refusal WithoutText = new("decision.without-text", "text");
    public static readonly Refusal TitleTooLong = new("decision.title-too-long", "title", "300");
    public static readonly Refusal TextTooLong = new("decision.text-too-long", "text", "10000");
    public static readonly Refusal ResponsibleTooLong = new("decision.responsible-too-long", "responsible", "300");
    public static readonly Refusal WithoutDeadline = new("decision.without-deadline", "closesAt");
    public static readonly Refusal DeadlinePast = new("decision.deadline-past", "closesAt");
    public static readonly Refusal DeadlineTooFar = new("decision.deadline-too-far", "closesAt", "90");
    public static readonly Refusal NeedsAllThree = new("decision.needs-all-three");
    public static readonly Refusal SessionNotOpen = new("decision.session-not-open", "agendaItem");
    public static readonly Refusal SubjectUnknown = new("decision.subject-unknown", "subject");
    public static readonly Refusal PutToVoteAlready = new("decision.put-to-vote-already", "subject");
    public static readonly Refusal SeatWithoutTerms = new("decision.seat-without-terms", "organization");
    public static readonly Refusal RulesWithoutDocument = new("decision.rules-without-document", "document");
    public static readonly Refusal VoteClosed = new("decision.vote-closed");
    public static readonly Refusal AlreadyClosed = new("decision.already-closed");
    public static readonly Refusal SeatsMayStillAnswer = new("decision.seats-may-still-answer");
    public static readonly Refusal VoteWithoutSeat = new("ballot.without-seat");
    public static readonly Refusal VoteWithoutChoice = new("ballot.without-choice", "choice");
    public static readonly Refusal SeatNotPresent = new("ballot.seat-not-present");
    public static readonly Refusal ReasonTooLong = new("ballot.reason-too-long", "reason", "2000");
}
