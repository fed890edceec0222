using System.Globalization;

namespace OpenStateHub.Core.Ledger;

/// <summary>One link of a place's chain. Never changed and never erased; every field but the hash is in the hash.</summary>
public sealed class LedgerEntry
{
    /// <summary>What the first entry of a chain follows.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>From 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was written, in whole milliseconds.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it happened; null where no source tells the day.</summary>
    public DateOnly? OccurredOn { get; init; }

    /// <summary>The public body or organisation that acted; null where nobody said.</summary>
    public string? Office { get; init; }

    public string? Sector { get; init; }
    public required string Act { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }

    /// <summary>SHA-256 of the subject's canonical public content after the act.</summary>
    public required string ContentHash { get; init; }

    public required string PreviousHash { get; init; }
    public string Hash { get; private set; } = NoHash;

    public Subject Subject => new(SubjectKind, SubjectKey);

    /// <summary>The instant as it stands in the hash and in the API.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day as it stands in the hash and in the API.</summary>
    public static string? Day(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>SHA-256 of the nine fields in this order, a line each, in UTF-8; a missing one is an empty line. The database checks the same.</summary>
    public string ComputeHash() => CanonicalText.Sha256Of(string.Join(
        '\n', Sequence.ToString(CultureInfo.InvariantCulture), Instant(RecordedAt), Day(OccurredOn), Office, Sector, Act, Subject, ContentHash, PreviousHash));

    /// <summary>The entry that follows the end of a chain.</summary>
    public static LedgerEntry After(
        LedgerHead head, string act, Subject subject, string contentHash, DateOnly? occurredOn, ActingOffice.Named? by, DateTimeOffset now)
    {
        var entry = new LedgerEntry
        {
            Sequence = head.Sequence + 1,
            RecordedAt = now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)),
            OccurredOn = occurredOn,
            Office = by?.Office,
            Sector = by?.Sector,
            Act = act,
            SubjectKind = subject.Kind,
            SubjectKey = subject.Key,
            ContentHash = contentHash,
            PreviousHash = head.Hash,
        };
        entry.Hash = entry.ComputeHash();
        return entry;
    }
}
