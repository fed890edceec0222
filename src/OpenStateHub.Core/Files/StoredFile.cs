namespace OpenStateHub.Core.Files;

/// <summary>A file of the place. Its bytes are on disk before this row is.</summary>
public sealed class StoredFile
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Of the bytes as they are stored, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }
    public required FileType Type { get; init; }
    public required string Name { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }
    /// <summary>Null: a citizen, who did not sign in.</summary>
    public required Guid? UploadedBy { get; init; }

    /// <summary>Since when nothing uses it, where nothing does: sent, sent again, or let go.</summary>
    public required DateTimeOffset IdleSince { get; set; }
}

/// <summary>What uses files.</summary>
public enum FileUseKind
{
    /// <summary>The place's own library: the use of its <see cref="Document"/>.</summary>
    Library,

    /// <summary>The file of an item of evidence.</summary>
    Evidence,

    /// <summary>The file that a measured value comes from.</summary>
    IndicatorValue,

    /// <summary>The photograph of a citizen's testimony.</summary>
    Comment,
}

/// <summary>A file's use by one thing: while there is one, the file stays.</summary>
public sealed class FileUse
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid FileId { get; init; }
    public required FileUseKind Kind { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Everybody may read the file because of this use.</summary>
    public required bool IsPublic { get; init; }
}

public static class FileRefusals
{
    public static readonly Refusal Empty = new("file.empty");
    public static readonly Refusal TooBig = new("file.too-big");
    public static readonly Refusal NoRoom = new("file.no-room");
    public static readonly Refusal DiskFull = new("file.disk-full");
    public static readonly Refusal NotWhatItsNameSays = new("file.not-what-its-name-says");
    public static readonly Refusal BrokenPicture = new("file.broken-picture");
    public static readonly Refusal InUse = new("file.in-use");
}
