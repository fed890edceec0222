namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>The moment of a call, and what the place's rules ask of it.</summary>
/// <param name="DayOf">The day of an instant in the place's own calendar.</param>
public sealed record Notice(DateTimeOffset At, SessionRules Rules, Func<DateTimeOffset, DateOnly> DayOf)
{
    /// <returns>The days from the call to the session, and those that the rules ask for.</returns>
    public (int Days, int Due) For(SessionKind kind, DateTimeOffset startsAt) =>
        (Math.Max(0, DayOf(startsAt).DayNumber - DayOf(At).DayNumber), Rules.NoticeOf(kind));
}
