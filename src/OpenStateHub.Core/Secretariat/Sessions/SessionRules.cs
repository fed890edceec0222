namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What the place's rules of operation say about its sessions. A place that said nothing follows the usual.</summary>
public sealed class SessionRules
{
    public const int MostNotice = 60;
    public const int MostMonths = 24;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Days between the call and an ordinary session.</summary>
    public int OrdinaryNotice { get; private set; } = 5;

    public int ExtraordinaryNotice { get; private set; } = 2;

    /// <summary>The longest time without a session (domain rules, section 7).</summary>
    public int MonthsBetween { get; private set; } = 6;

    public int Revision { get; private set; }

    public int NoticeOf(SessionKind kind) => kind is SessionKind.Ordinary ? OrdinaryNotice : ExtraordinaryNotice;

    /// <summary>The day on which the next session is due; months end on their last day (31 August and six months: 28 February).</summary>
    /// <param name="last">The last session, or the day on which the secretariat was installed.</param>
    public DateOnly DueAfter(DateOnly last) => last.AddMonths(MonthsBetween);

    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Change(int ordinaryNotice, int extraordinaryNotice, int monthsBetween, int seen)
    {
        if (seen != Revision)
        {
            return SessionRefusals.ChangedMeanwhile;
        }

        if (ordinaryNotice is < 0 or > MostNotice || extraordinaryNotice is < 0 or > MostNotice || monthsBetween is < 1 or > MostMonths)
        {
            return SessionRefusals.RulesOutOfRange;
        }

        (OrdinaryNotice, ExtraordinaryNotice, MonthsBetween) = (ordinaryNotice, extraordinaryNotice, monthsBetween);
        Revision++;
        return null;
    }
}

/// <summary>That it was said that a session is due: once for each due day.</summary>
public sealed class SessionReminder
{
    public required DateOnly DueOn { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}
