using System.Text.Json;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Backup;

/// <summary>What a copy holds, so that it can be checked to the last byte. Written last: a copy without it is none.</summary>
public sealed record BackupManifest
{
    public const int CurrentFormat = 1;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public required int Format { get; init; }
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The version of the PostgreSQL server that the rows come from.</summary>
    public required string Server { get; init; }

    public required IReadOnlyList<AppliedMigration> Migrations { get; init; }
    public required IReadOnlyList<CopiedTable> Tables { get; init; }
    public required IReadOnlyList<CopiedSequence> Sequences { get; init; }
    public required CopiedFiles Files { get; init; }

    /// <summary>Where each place's chain of acts ended at that moment.</summary>
    public required IReadOnlyList<LedgerAnchor> LedgerHeads { get; init; }

    public long TableBytes => Tables.Sum(table => table.Bytes);

    /// <returns>Null where the file is no manifest.</returns>
    public static async Task<BackupManifest?> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);

        try
        {
            return await JsonSerializer.DeserializeAsync<BackupManifest>(file, Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal async Task WriteAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, BackupFolder.NewFile);
        await JsonSerializer.SerializeAsync(file, this, Json, ct);
        file.Flush(flushToDisk: true);
    }
}

public sealed record AppliedMigration(string Name, string Sha256);

/// <param name="Bytes">Of its rows as PostgreSQL copies them (COPY, format binary).</param>
public sealed record CopiedTable(string Name, long Rows, long Bytes, string Sha256);

/// <param name="IsCalled">Whether the value was given out, or is the next.</param>
public sealed record CopiedSequence(string Name, long Value, bool IsCalled);

public sealed record CopiedFiles(int Count, long Bytes, IReadOnlyList<CopiedFile> Items)
{
    public static CopiedFiles Of(IReadOnlyList<CopiedFile> items) => new(items.Count, items.Sum(file => file.Bytes), items);
}

/// <summary>A file that a place's row names.</summary>
public sealed record CopiedFile(Guid Tenant, string Sha256, long Bytes)
{
    private const int HashLength = 64;

    /// <summary>Below a folder of files. A manifest that was meddled with leads nowhere else.</summary>
    internal string PathIn(string folder) => Sha256.Length == HashLength && Sha256.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(folder, Tenant.ToString(), Sha256[..2], Sha256)
        : throw new BackupException($"The manifest names a file '{Sha256}', which is no SHA-256.");
}
