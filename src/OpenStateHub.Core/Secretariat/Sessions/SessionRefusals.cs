namespace OpenStateHub.Core.Secretariat.Sessions;

public static class SessionRefusals
{
    public static readonly Refusal Unknown = new("session.unknown");
    public static readonly Refusal WithoutTitle = new("session.without-title", "title");
    public static readonly Refusal TitleTooLong = new("session.title-too-long", "title");
    public static readonly Refusal EndsBeforeItBegins = new("session.ends-before-it-begins", "endsAt");
    public static readonly Refusal PlaceTooLong = new("session.place-too-long", "place");
    public static readonly Refusal LinkMalformed = new("session.link-malformed", "link");
    public static readonly Refusal WithoutPlace = new("session.without-place", "place");
    public static readonly Refusal WithoutAgenda = new("session.without-agenda");
    public static readonly Refusal BeginsInThePast = new("session.begins-in-the-past", "startsAt");
    public static readonly Refusal AlreadyCalled = new("session.already-called");
    public static readonly Refusal NotCalled = new("session.not-called");
    public static readonly Refusal NotOpen = new("session.not-open");
    public static readonly Refusal VoteIsOpen = new("session.vote-is-open");
    public static readonly Refusal NotOnItsDay = new("session.not-on-its-day");
    public static readonly Refusal WithoutQuorum = new("session.without-quorum");
    public static readonly Refusal NotChangeable = new("session.not-changeable");
    public static readonly Refusal CancellationWithoutReason = new("session.cancellation-without-reason", "reason");
    public static readonly Refusal CancellationReasonTooLong = new("session.cancellation-reason-too-long", "reason");
    public static readonly Refusal SeatNotHeld = new("session.seat-not-held");
    public static readonly Refusal WithoutSeat = new("session.without-seat");
    public static readonly Refusal ItemWithoutTitle = new("session.item-without-title", "agenda");
    public static readonly Refusal ItemTitleTooLong = new("session.item-title-too-long", "agenda");
    public static readonly Refusal ItemTextTooLong = new("session.item-text-too-long", "agenda");
    public static readonly Refusal TooManyDocuments = new("session.too-many-documents", "agenda");
    public static readonly Refusal DocumentNotPublished = new("session.document-not-published", "agenda");
    public static readonly Refusal ChangedMeanwhile = new("session.changed-meanwhile");
    public static readonly Refusal RulesOutOfRange = new("session.rules-out-of-range");
}

public static class MinutesRefusals
{
    public static readonly Refusal SessionNotClosed = new("minutes.session-not-closed");
    public static readonly Refusal AlreadyDrafted = new("minutes.already-drafted");
    public static readonly Refusal WithoutText = new("minutes.without-text", "text");
    public static readonly Refusal TextTooLong = new("minutes.text-too-long", "text");
    public static readonly Refusal NotInDraft = new("minutes.not-in-draft");
    public static readonly Refusal NotToBeSigned = new("minutes.not-to-be-signed");
    public static readonly Refusal TextChanged = new("minutes.text-changed");
    public static readonly Refusal ChangedMeanwhile = new("minutes.changed-meanwhile");
    public static readonly Refusal SectorSigned = new("minutes.sector-signed");
}
