namespace OpenStateHub.Core.Archives;

/// <summary>How the entries of an archive are called.</summary>
internal static class ArchiveNames
{
    public const string Manifest = "manifest.json";

    public static string OfTable(string table) => $"tables/{table}.jsonl";

    public static string OfFile(string sha256) => $"files/{sha256}";
}
