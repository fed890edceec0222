namespace OpenStateHub.Core.Archives;

public enum ArchiveExportState
{
    Waiting,
    Running,
    Ready,
    Failed,

    /// <summary>Its days are over, and the file is gone.</summary>
    Removed,
}

/// <summary>An archive of the place that somebody asked for on a page. A worker makes it; the file is kept for some days.</summary>
public sealed class ArchiveExport
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Null: an operator of the hub.</summary>
    public Guid? AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
    public ArchiveExportState State { get; private set; } = ArchiveExportState.Waiting;

    /// <summary>Tables and files written, of <see cref="Total"/>: told as it goes, beside what is saved here.</summary>
    public int Done { get; private init; }

    public int Total { get; private init; }
    public string? Sha256 { get; private set; }
    public long? Bytes { get; private set; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>What the log calls the failure.</summary>
    public string? Reference { get; private set; }

    public void Begin() => State = ArchiveExportState.Running;

    public void Finish(string sha256, long bytes, DateTimeOffset now) =>
        (State, Sha256, Bytes, ReadyAt, ExpiresAt) = (ArchiveExportState.Ready, sha256, bytes, now, now + Kept);

    public void Fail(string reference) => (State, Reference) = (ArchiveExportState.Failed, reference);

    public void Remove() => State = ArchiveExportState.Removed;
}
