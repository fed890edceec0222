namespace OpenStateHub.Core.Secretariat.Sessions;

public enum SessionKind
{
    Ordinary,
    Extraordinary,
}

public enum SessionStatus
{
    Draft,
    Called,

    /// <summary>The roll is called and votes are taken.</summary>
    Open,

    /// <summary>With quorum, or only on record that there was none.</summary>
    Closed,

    Cancelled,
}

/// <summary>A meeting of the secretariat: called with notice, opened by a roll-call, closed, and told by its minutes (domain rules, section 3).</summary>
public sealed class Session
{
    public const int MaxReasonLength = 1000;

    private readonly List<AgendaItem> agenda = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of the place's sessions one after the other; null before the call.</summary>
    public int? Number { get; private set; }

    public SessionKind Kind { get; private set; }
    public string Title { get; private set; } = null!;
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public string? Place { get; private set; }
    public string? Link { get; private set; }
    public SessionStatus Status { get; private set; } = SessionStatus.Draft;
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>Days from the call to the session; after a change of its day, from that change.</summary>
    public int? NoticeDays { get; private set; }

    /// <summary>What the place's rules asked for at that moment.</summary>
    public int? NoticeDaysDue { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether the roll-call reached quorum; null before closing.</summary>
    public bool? HadQuorum { get; private set; }

    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancellationReason { get; private set; }

    /// <summary>Of the invitation, as calendars count its changes (RFC 5545, section 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    /// <summary>An invented session, shown with its mark.</summary>
    public bool IsDemonstration { get; init; }

    public int Revision { get; private set; }
    public IReadOnlyList<AgendaItem> Agenda => agenda;

    /// <summary>Called later than the rules ask: allowed, and said.</summary>
    public bool IsShortNotice => NoticeDays < NoticeDaysDue;

    public bool IsPublic => Status is not SessionStatus.Draft;
    public bool MayBeChanged => Status is SessionStatus.Draft or SessionStatus.Called;

    public static (Session? Session, Refusal? Refusal) Drafted(SessionText text, bool isDemonstration = false)
    {
        var session = new Session { IsDemonstration = isDemonstration };
        return session.Write(text) is { } refusal ? (null, refusal) : (session, null);
    }

    /// <summary>Changes when, where and what it is about. After the call the invitation counts up, and a new day gives notice anew.</summary>
    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Revise(SessionText text, Notice notice, int seen)
    {
        if (CheckChange(seen) is { } closed)
        {
            return closed;
        }

        var (startedAt, called) = (StartsAt, Status is SessionStatus.Called);

        if ((called ? text.CheckComplete(notice) : null) is { } incomplete)
        {
            return incomplete;
        }

        if (Write(text) is { } refusal)
        {
            return refusal;
        }

        if (called && StartsAt != startedAt)
        {
            (NoticeDays, NoticeDaysDue) = notice.For(Kind, StartsAt);
        }

        return CountUp(called);
    }

    /// <summary>Replaces the agenda by these items, in this order. Those that keep their id stay the same.</summary>
    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? SetAgenda(IReadOnlyList<AgendaPoint> points, int seen)
    {
        if (CheckChange(seen) is { } closed)
        {
            return closed;
        }

        var called = Status is SessionStatus.Called;

        if (points.Select(point => point.Check()).FirstOrDefault(refused => refused is not null) is { } refusal)
        {
            return refusal;
        }

        if (called && points.Count == 0)
        {
            return SessionRefusals.WithoutAgenda;
        }

        var before = agenda.ToDictionary(item => item.Id);
        agenda.RemoveAll(item => points.All(point => point.Id != item.Id));

        foreach (var (point, position) in points.Select((point, index) => (point, index + 1)))
        {
            if (point.Id is { } id && before.TryGetValue(id, out var item))
            {
                item.Revised(point, position);
            }
            else
            {
                agenda.Add(AgendaItem.Of(point with { Id = null }, position));
            }
        }

        return CountUp(called);
    }

    /// <param name="number">The next of the place.</param>
    public Refusal? Call(int number, Notice notice)
    {
        var refusal = this switch
        {
            { Status: not SessionStatus.Draft } => SessionRefusals.AlreadyCalled,
            { Agenda.Count: 0 } => SessionRefusals.WithoutAgenda,
            _ => new SessionText(Kind, Title, StartsAt, EndsAt, Place, Link).CheckComplete(notice),
        };

        if (refusal is not null)
        {
            return refusal;
        }

        (Number, Status, CalledAt) = (number, SessionStatus.Called, notice.At);
        (NoticeDays, NoticeDaysDue) = notice.For(Kind, StartsAt);
        Revision++;
        return null;
    }

    /// <param name="reason">Public, and told to everybody who was invited.</param>
    public Refusal? Cancel(string? reason, DateTimeOffset at)
    {
        var said = reason?.Replace("\0", "", StringComparison.Ordinal).Trim();

        switch (this)
        {
            case { Status: not SessionStatus.Called }:
                return SessionRefusals.NotCalled;
            case var _ when string.IsNullOrEmpty(said):
                return SessionRefusals.CancellationWithoutReason;
            case var _ when said.Length > MaxReasonLength:
                return SessionRefusals.CancellationReasonTooLong;
        }

        (Status, CancelledAt, CancellationReason) = (SessionStatus.Cancelled, at, said);
        return CountUp(called: true);
    }

    /// <param name="isItsDay">Whether the day has come, in the place's own calendar.</param>
    public Refusal? Open(bool isItsDay, DateTimeOffset at)
    {
        if (Status is not SessionStatus.Called)
        {
            return SessionRefusals.NotCalled;
        }

        if (!isItsDay)
        {
            return SessionRefusals.NotOnItsDay;
        }

        (Status, OpenedAt) = (SessionStatus.Open, at);
        Revision++;
        return null;
    }

    /// <summary>Whether something may be put to the vote now: in an open session with quorum only.</summary>
    /// <param name="presentSeatSectors">The sector of each seat that the roll-call found.</param>
    public Refusal? CheckVote(IEnumerable<Sector> presentSeatSectors) => this switch
    {
        { Status: not SessionStatus.Open } => SessionRefusals.NotOpen,
        _ when !Quorum.IsReached(presentSeatSectors) => SessionRefusals.WithoutQuorum,
        _ => null,
    };

    /// <param name="presentSeatSectors">The sector of each seat that the roll-call found: without quorum it closes as a session that had none.</param>
    public Refusal? Close(IEnumerable<Sector> presentSeatSectors, DateTimeOffset at)
    {
        if (Status is not SessionStatus.Open)
        {
            return SessionRefusals.NotOpen;
        }

        (Status, ClosedAt, HadQuorum) = (SessionStatus.Closed, at, Quorum.IsReached(presentSeatSectors));
        Revision++;
        return null;
    }

    private Refusal? CheckChange(int seen) =>
        !MayBeChanged ? SessionRefusals.NotChangeable : seen != Revision ? SessionRefusals.ChangedMeanwhile : null;

    private Refusal? Write(SessionText text)
    {
        if (text.Check() is { } refusal)
        {
            return refusal;
        }

        (Kind, Title, StartsAt, EndsAt) = (text.Kind, text.Title.Trim(), text.StartsAt.ToUniversalTime(), text.EndsAt.ToUniversalTime());
        (Place, Link) = (text.Place, text.Link);
        return null;
    }

    private Refusal? CountUp(bool called)
    {
        Sequence += called ? 1 : 0;
        Revision++;
        return null;
    }
}
