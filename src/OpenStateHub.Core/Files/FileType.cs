namespace OpenStateHub.Core.Files;

/// <summary>What a file is by its first bytes; its name and what the sender calls it decide nothing.</summary>
public enum FileType
{
    Png,
    Jpeg,
    WebP,
    Pdf,

    /// <summary>Anything else: it is kept and downloaded, never shown.</summary>
    Other,
}

public static class FileTypes
{
    /// <summary>As many bytes as the longest beginning that is looked for.</summary>
    internal const int LongestBeginning = 12;

    private static readonly Dictionary<FileType, (string Mime, string[] Extensions)> Known = new()
    {
        [FileType.Png] = ("image/png", [".png"]),
        [FileType.Jpeg] = ("image/jpeg", [".jpg", ".jpeg", ".jpe", ".jfif"]),
        [FileType.WebP] = ("image/webp", [".webp"]),
        [FileType.Pdf] = ("application/pdf", [".pdf"]),
    };

    public static string Mime(this FileType type) => type is FileType.Other ? "application/octet-stream" : Known[type].Mime;

    /// <summary>Whether a browser may show it in place.</summary>
    public static bool IsShown(this FileType type) => type is not FileType.Other;

    public static FileType Of(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => FileType.Png,
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => FileType.Jpeg,
        _ when head.StartsWith("RIFF"u8) && head.Length >= LongestBeginning && head[8..].StartsWith("WEBP"u8) => FileType.WebP,
        _ when head.StartsWith("%PDF-"u8) => FileType.Pdf,
        _ => FileType.Other,
    };

    /// <summary>
    /// The name with the extension of what the file is: a picture that is called otherwise gets its own, so that a saved copy opens as what
    /// it was shown as. Null: the name promises what the content is not.
    /// </summary>
    public static string? NameFor(this FileType type, string name)
    {
        var extension = Path.GetExtension(name);
        var promised = Known.Where(known => known.Value.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)).Select(known => (FileType?)known.Key).FirstOrDefault();

        if (promised == type || (promised is null && type is FileType.Other))
        {
            return name;
        }

        return type is FileType.Other
            ? null
            : FileName.Shorten((promised is null ? name : Path.GetFileNameWithoutExtension(name)) + Known[type].Extensions[0]);
    }
}
