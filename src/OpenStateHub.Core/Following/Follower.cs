using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Following;

public enum Frequency
{
    AtOnce,

    /// <summary>At eight in the morning by the clocks of the place.</summary>
    Daily,

    /// <summary>On Mondays at eight.</summary>
    Weekly,
}

/// <summary>An address that wants to hear what happens to something public. It hears nothing until it confirmed, and is erased when it leaves.</summary>
public sealed class Follower
{
    /// <summary>How long somebody has to confirm.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }

    /// <summary>Null once they left.</summary>
    public string? Address { get; private set; }

    public Frequency Frequency { get; private set; }

    /// <summary>Two letters: in which their letters are written.</summary>
    public required string Language { get; init; }

    /// <summary>Of the link that confirms.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The last entry of the history that was looked at for them.</summary>
    public int ToldSequence { get; private set; }

    /// <summary>When they may be told next; in the past for who wants to hear at once. Null until they confirmed.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public Subject Subject => new(SubjectKind, SubjectKey);

    private Follower()
    {
    }

    /// <param name="address">As <see cref="MailAddressRule"/> has it.</param>
    public static Follower Of(Subject subject, string address, Frequency frequency, string language, string token, DateTimeOffset now) => new()
    {
        SubjectKind = subject.Kind,
        SubjectKey = subject.Key,
        Address = address,
        Frequency = frequency,
        Language = language,
        TokenHash = LinkToken.HashOf(token),
        AskedAt = now,
    };

    /// <param name="head">Where the history ends now: what came before is not told.</param>
    public Refusal? Confirm(int head, LetterHours hours, DateTimeOffset now)
    {
        if (EndedAt is not null || (ConfirmedAt is null && AskedAt + Patience <= now))
        {
            return FollowingRefusals.LinkExpired;
        }

        // A second click changes nothing.
        if (ConfirmedAt is null)
        {
            (ConfirmedAt, ToldSequence, NextAt) = (now, head, hours.After(Frequency, now));
        }

        return null;
    }

    public Refusal? Choose(Frequency frequency, LetterHours hours, DateTimeOffset now)
    {
        if (ConfirmedAt is null || EndedAt is not null)
        {
            return FollowingRefusals.LinkExpired;
        }

        (Frequency, NextAt) = (frequency, hours.After(frequency, now));
        return null;
    }

    /// <summary>Leaves: the address is forgotten at once. Leaving twice is leaving.</summary>
    public void Leave(DateTimeOffset now) => (Address, EndedAt) = (null, EndedAt ?? now);

    /// <summary>The history up to there was looked at for them, and told where it is about what they follow.</summary>
    public void Tell(int sequence, LetterHours hours, DateTimeOffset now) => (ToldSequence, NextAt) = (sequence, hours.After(Frequency, now));
}

/// <summary>A letter to a follower: which stretch of the history it told, and its own link to leave by.</summary>
public sealed class FollowerLetter
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FollowerId { get; init; }
    public required int AfterSequence { get; init; }
    public required int LastSequence { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
}

public static class FollowingRefusals
{
    public static readonly Refusal AddressMalformed = new("following.address-malformed", "address");
    public static readonly Refusal LinkExpired = new("following.link-expired");
}
