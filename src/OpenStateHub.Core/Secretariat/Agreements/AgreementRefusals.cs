namespace OpenStateHub.Core.Secretariat.Agreements;

public static class AgreementRefusals
{
    public static readonly Refusal WithoutTitle = new("agreement.without-title", "title");
    public static readonly Refusal TitleTooLong = new("agreement.title-too-long", "title", "300");
    public static readonly Refusal WithoutText = new("agreement.without-text", "text");
    public static readonly Refusal TextTooLong = new("agreement.text-too-long", "text", "10,000");
    public static readonly Refusal WithoutDay = new("agreement.without-day", "agreedOn");
    public static readonly Refusal InFuture = new("agreement.in-future", "agreedOn");
    public static readonly Refusal DueBeforeAgreed = new("agreement.due-before-agreed", "dueOn");
    public static readonly Refusal ResponsibleTooLong = new("agreement.responsible-too-long", "responsible", "300");
    public static readonly Refusal NumberTooLong = new("agreement.number-too-long", "number", "60");
    public static readonly Refusal NumberIsGivenHere = new("agreement.number-is-given-here", "number");
    public static readonly Refusal NumberTaken = new("agreement.number-taken", "number");
    public static readonly Refusal SessionUnknown = new("agreement.session-unknown", "sessionId");
    public static readonly Refusal NoteWithoutText = new("agreement.note-without-text", "text");
    public static readonly Refusal NoteTooLong = new("agreement.note-too-long", "text", "4,000");
    public static readonly Refusal ChangedMeanwhile = new("agreement.changed-meanwhile");
}
