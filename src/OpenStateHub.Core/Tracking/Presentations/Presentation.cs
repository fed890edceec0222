using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tracking.Presentations;

public enum PresentationStatus
{
    Announced,
    Held,
    Cancelled,
}

/// <summary>A public session in which the place gives account of its results: anybody may come.</summary>
public sealed class Presentation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null: not about one plan alone.</summary>
    public Guid? PlanId { get; private set; }

    public string Title { get; private set; } = "";
    public string? About { get; private set; }
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset? EndsAt { get; private set; }
    public string? Place { get; private set; }
    public string? Link { get; private set; }
    public PresentationStatus Status { get; private set; }

    /// <summary>The day on which it was announced here.</summary>
    public required DateOnly AnnouncedOn { get; init; }

    public string? Summary { get; private set; }

    /// <summary>How many people came; null where nobody counted.</summary>
    public int? Attendees { get; private set; }

    public string? MinutesLink { get; private set; }
    public string? CancellationReason { get; private set; }
    public bool IsDemonstration { get; init; }
    public int Revision { get; private set; }

    public Refusal? Announce(PresentationText text)
    {
        if (text.Check() is { } refusal)
        {
            return refusal;
        }

        Take(text);
        return null;
    }

    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Change(PresentationText text, int seen)
    {
        if ((CheckAnnounced(seen) ?? text.Check()) is { } refusal)
        {
            return refusal;
        }

        Take(text);
        Revision++;
        return null;
    }

    /// <summary>Says what came of it. Once more where the minutes come later, or a word was wrong: the history keeps both.</summary>
    public Refusal? Hold(PresentationResult result, int seen, DateTimeOffset now)
    {
        if (Status is PresentationStatus.Cancelled)
        {
            return PresentationRefusals.Cancelled;
        }

        if (seen != Revision)
        {
            return PresentationRefusals.ChangedMeanwhile;
        }

        if (StartsAt > now)
        {
            return PresentationRefusals.NotBegun;
        }

        if (result.Check() is { } refusal)
        {
            return refusal;
        }

        (Status, Summary, Attendees, MinutesLink) = (PresentationStatus.Held, result.Summary, result.Attendees, result.MinutesLink);
        Revision++;
        return null;
    }

    /// <param name="reason">Public.</param>
    public Refusal? Cancel(string? reason, int seen)
    {
        var said = reason.Tidy();

        if (CheckAnnounced(seen) is { } refusal)
        {
            return refusal;
        }

        if (said is null)
        {
            return PresentationRefusals.CancelledWithoutReason;
        }

        if (said.Length > PresentationText.MaxReasonLength)
        {
            return TextRules.TooLong("reason", PresentationText.MaxReasonLength);
        }

        (Status, CancellationReason) = (PresentationStatus.Cancelled, said);
        Revision++;
        return null;
    }

    private Refusal? CheckAnnounced(int seen) => Status switch
    {
        PresentationStatus.Held => PresentationRefusals.AlreadyHeld,
        PresentationStatus.Cancelled => PresentationRefusals.Cancelled,
        _ when seen != Revision => PresentationRefusals.ChangedMeanwhile,
        _ => null,
    };

    private void Take(PresentationText text) =>
        (PlanId, Title, About, StartsAt, EndsAt, Place, Link) = (text.PlanId, text.Title, text.About, text.StartsAt, text.EndsAt, text.Place, text.Link);
}

/// <summary>What an announcement says. At least one of place and link.</summary>
public sealed record PresentationText(Guid? PlanId, string Title, string? About, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, string? Place, string? Link)
{
    public const int MaxTitleLength = 200;
    public const int MaxAboutLength = 4000;
    public const int MaxPlaceLength = 300;
    public const int MaxReasonLength = 1000;

    public Refusal? Check() => this switch
    {
        { Title.Length: 0 } => PresentationRefusals.WithoutTitle,
        { Place: null, Link: null } => PresentationRefusals.WithoutPlace,
        _ when EndsAt <= StartsAt => PresentationRefusals.EndsBeforeItBegins,
        _ when !WebAddress.Fits(Link) => PresentationRefusals.LinkMalformed,
        _ => TextRules.CheckLength(("title", Title, MaxTitleLength), ("about", About, MaxAboutLength), ("place", Place, MaxPlaceLength)),
    };
}

/// <summary>What came of a presentation.</summary>
public sealed record PresentationResult(string Summary, int? Attendees, string? MinutesLink)
{
    public const int MaxSummaryLength = 10_000;
    public const int MostAttendees = 1_000_000;

    public Refusal? Check() => this switch
    {
        { Summary.Length: 0 } => PresentationRefusals.HeldWithoutSummary,
        { Attendees: < 0 or > MostAttendees } => PresentationRefusals.AttendeesOutOfRange,
        _ when !WebAddress.Fits(MinutesLink) => PresentationRefusals.MinutesLinkMalformed,
        _ => TextRules.CheckLength(("summary", Summary, MaxSummaryLength)),
    };
}

public static class PresentationRefusals
{
    public static readonly Refusal Unknown = new("presentation.unknown");
    public static readonly Refusal WithoutTitle = new("presentation.without-title", "title");
    public static readonly Refusal WithoutDay = new("presentation.without-day", "day");
    public static readonly Refusal WithoutPlace = new("presentation.without-place", "place");
    public static readonly Refusal LinkMalformed = new("presentation.link-malformed", "link");
    public static readonly Refusal EndsBeforeItBegins = new("presentation.ends-before-it-begins", "until");
    public static readonly Refusal PlanUnknown = new("presentation.plan-unknown", "plan");
    public static readonly Refusal NotBegun = new("presentation.not-begun");
    public static readonly Refusal AlreadyHeld = new("presentation.already-held");
    public static readonly Refusal Cancelled = new("presentation.cancelled");
    public static readonly Refusal HeldWithoutSummary = new("presentation.held-without-summary", "summary");
    public static readonly Refusal AttendeesOutOfRange = new("presentation.attendees-out-of-range", "attendees");
    public static readonly Refusal MinutesLinkMalformed = new("presentation.minutes-link-malformed", "minutesLink");
    public static readonly Refusal CancelledWithoutReason = new("presentation.cancelled-without-reason", "reason");
    public static readonly Refusal ChangedMeanwhile = new("presentation.changed-meanwhile");
}
