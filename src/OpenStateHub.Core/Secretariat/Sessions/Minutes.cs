using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Sessions;

public enum MinutesStatus
{
    Draft,

    /// <summary>The text stands and waits for one seat of each sector.</summary>
    Signing,

    Published,
}

/// <summary>What a session says that it did. Public, and final, once a seat of each sector has signed that very text.</summary>
public sealed class Minutes
{
    public const int MaxTextLength = 100_000;

    private readonly List<MinutesSignature> signatures = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid SessionId { get; private init; }
    public string Text { get; private set; } = null!;
    public MinutesStatus Status { get; private set; } = MinutesStatus.Draft;
    public DateTimeOffset DraftedAt { get; private init; }

    /// <summary>Of the text that is signed; null in a draft.</summary>
    public string? Sha256 { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The last entry of the place's history before the publication: what the minutes were signed on top of.</summary>
    public int? LedgerSequence { get; private set; }

    public string? LedgerHash { get; private set; }
    public int Revision { get; private set; }

    /// <summary>Those of earlier texts too.</summary>
    public IReadOnlyList<MinutesSignature> Signatures => signatures;

    /// <summary>Of the text as it stands.</summary>
    public IEnumerable<MinutesSignature> Valid => signatures.Where(signature => signature.Sha256 == Sha256);

    public bool IsSignedByAll => Quorum.IsReached(Valid.Select(signature => signature.Sector));

    public static (Minutes? Minutes, Refusal? Refusal) Drafted(Session session, string text, DateTimeOffset at)
    {
        if (session.Status is not SessionStatus.Closed)
        {
            return (null, MinutesRefusals.SessionNotClosed);
        }

        var minutes = new Minutes { SessionId = session.Id, DraftedAt = at };
        return minutes.Write(text) is { } refusal ? (null, refusal) : (minutes, null);
    }

    /// <param name="seen">The revision that the writer saw.</param>
    public Refusal? Correct(string text, int seen)
    {
        if ((CheckDraft(seen) ?? Write(text)) is { } refusal)
        {
            return refusal;
        }

        Revision++;
        return null;
    }

    /// <summary>Presents the text for signing: from now on it does not change.</summary>
    public Refusal? Present(int seen)
    {
        if (CheckDraft(seen) is { } refusal)
        {
            return refusal;
        }

        (Status, Sha256) = (MinutesStatus.Signing, CanonicalText.Sha256Of(Text));
        Revision++;
        return null;
    }

    /// <summary>Back to the draft, so that it may be corrected: what was signed is no longer its text, and is signed anew.</summary>
    public Refusal? TakeBack()
    {
        if (Status is not MinutesStatus.Signing)
        {
            return MinutesRefusals.NotToBeSigned;
        }

        (Status, Sha256) = (MinutesStatus.Draft, null);
        Revision++;
        return null;
    }

    /// <param name="seat">Held on the day, by whom signs.</param>
    /// <param name="sha256">The text that the signer read.</param>
    public Refusal? Sign(Seat seat, string sha256, DateTimeOffset at)
    {
        if (Status is not MinutesStatus.Signing)
        {
            return MinutesRefusals.NotToBeSigned;
        }

        if (sha256 != Sha256)
        {
            return MinutesRefusals.TextChanged;
        }

        if (Valid.Any(signature => signature.Sector == seat.Sector))
        {
            return MinutesRefusals.SectorSigned;
        }

        signatures.Add(new MinutesSignature { MinutesId = Id, Sha256 = sha256, Sector = seat.Sector, SeatId = seat.Id, SignedAt = at });
        Revision++;
        return null;
    }

    /// <summary>Makes public what all three have signed.</summary>
    /// <param name="head">The end of the place's history, locked.</param>
    public void Publish(LedgerHead head, DateTimeOffset at)
    {
        if (Status is not MinutesStatus.Signing || !IsSignedByAll)
        {
            throw new InvalidOperationException("Minutes are published by the third sector's signature.");
        }

        (Status, PublishedAt, LedgerSequence, LedgerHash) = (MinutesStatus.Published, at, head.Sequence, head.Hash);
        Revision++;
    }

    private Refusal? CheckDraft(int seen) =>
        Status is not MinutesStatus.Draft ? MinutesRefusals.NotInDraft : seen != Revision ? MinutesRefusals.ChangedMeanwhile : null;

    private Refusal? Write(string text)
    {
        // One form for the hash, the page and the file: the line ends of a browser are not those of the text that is signed.
        var written = text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal).Normalize().Trim();

        if (written.Length == 0)
        {
            return MinutesRefusals.WithoutText;
        }

        if (written.Length > MaxTextLength)
        {
            return MinutesRefusals.TextTooLong;
        }

        Text = written;
        return null;
    }
}

/// <summary>A seat's signature for its sector, under one very text.</summary>
public sealed class MinutesSignature
{
    public required Guid MinutesId { get; init; }
    public required string Sha256 { get; init; }
    public required Sector Sector { get; init; }
    public required Guid SeatId { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
}
