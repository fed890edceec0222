using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OpenStateHub.Core.Backup;

namespace OpenStateHub.Core.Archives;

/// <summary>An archive of which every byte was looked at: what does not fit its manifest, or the manifest itself, ends with a sentence before anything is written.</summary>
internal sealed class OpenedArchive : IAsyncDisposable
{
    private const int MostOfAManifest = 64 * 1024 * 1024;
    private readonly FileStream file;
    private ZipArchive zip = null!;

    private OpenedArchive(FileStream file) => this.file = file;

    public ArchiveManifest Manifest { get; private set; } = null!;

    /// <summary>Of the whole file.</summary>
    public string Sha256 { get; private set; } = "";

    public static async Task<OpenedArchive> OpenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new ArchiveException($"There is no file {Path.GetFullPath(path)}.");
        }

        var opened = new OpenedArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.Asynchronous));

        try
        {
            opened.Sha256 = await ArchiveSeal.CheckAsync(opened.file, ct)
                ?? throw new ArchiveException("This is no archive of a tenant, or it is damaged: not every byte is as it was written.");
            await opened.ReadAsync(ct);
            return opened;
        }
        catch (InvalidDataException e)
        {
            await opened.DisposeAsync();
            throw new ArchiveException($"The archive cannot be unpacked: {e.Message}");
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        file.Position = 0;
        zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();

        if (zip.GetEntry(ArchiveNames.Manifest) is not { Length: <= MostOfAManifest } entry)
        {
            throw new ArchiveException("The archive has no manifest.");
        }

        await using (var json = await entry.OpenAsync(ct))
        {
            Manifest = await DeserializeAsync(json, ct);
        }

        if (Manifest.Format != ArchiveManifest.CurrentFormat)
        {
            throw new ArchiveException($"The archive has the format {Manifest.Format}, and this build knows {ArchiveManifest.CurrentFormat}.");
        }

        if (Manifest.Files.FirstOrDefault(stored => !stored.IsNamedByItsHash) is { } misnamed)
        {
            throw new ArchiveException($"The manifest names a file '{misnamed.Sha256}', which is no SHA-256.");
        }

        // By their names alone: an entry called ../../x is none of these.
        var strange = names.Except([
            ArchiveNames.Manifest, .. Manifest.Tables.Select(table => ArchiveNames.OfTable(table.Name)), .. Manifest.Files.Select(stored => ArchiveNames.OfFile(stored.Sha256)),
        ]).FirstOrDefault();

        if (strange is not null || names.Distinct().Count() != names.Count)
        {
            throw new ArchiveException($"The archive holds what its manifest does not name: {strange ?? "an entry twice"}.");
        }
    }

    private static async Task<ArchiveManifest> DeserializeAsync(Stream json, CancellationToken ct)
    {
        try
        {
            var manifest = await JsonSerializer.DeserializeAsync<ArchiveManifest>(json, ArchiveManifest.Json, ct);
            IEnumerable<object?> listed = [.. manifest?.Tables ?? [], .. manifest?.Files ?? [], .. manifest?.Migrations ?? [], .. manifest?.Place.Programmes ?? []];
            return manifest is null || listed.Contains(null) ? throw new JsonException() : manifest;
        }
        catch (JsonException)
        {
            throw new ArchiveException("The manifest of the archive cannot be read.");
        }
    }

    /// <summary>Every hash, every file's name, and that each row has the columns of this schema and belongs to the archive's own place.</summary>
    /// <param name="tables">Those of this database that travel.</param>
    public async Task CheckAsync(IReadOnlyList<ArchiveTable> tables, IReadOnlyList<AppliedMigration> migrations, Steps steps, CancellationToken ct)
    {
        try
        {
            await CheckContentsAsync(tables, migrations, steps, ct);
        }
        catch (InvalidDataException e)
        {
            throw new ArchiveException($"The archive cannot be unpacked: {e.Message}");
        }
    }

    private async Task CheckContentsAsync(IReadOnlyList<ArchiveTable> tables, IReadOnlyList<AppliedMigration> migrations, Steps steps, CancellationToken ct)
    {
        RefuseOtherSchema(migrations);
        var strange = Manifest.Tables.Select(table => table.Name).Except(tables.Select(table => table.Name)).FirstOrDefault();

        if (strange is not null)
        {
            throw new ArchiveException($"The archive has a table '{strange}', of which this schema knows nothing, or which does not travel.");
        }

        if (!Manifest.Tables.Select(table => table.Name).Order(StringComparer.Ordinal).SequenceEqual(tables.Select(table => table.Name).Order(StringComparer.Ordinal)))
        {
            throw new ArchiveException("The archive lacks a table of this schema, or has one twice.");
        }

        foreach (var table in Manifest.Tables)
        {
            await CheckAsync(ArchiveNames.OfTable(table.Name), table.Bytes, table.Sha256, ct);
            await CheckRowsAsync(table, tables.Single(known => known.Name == table.Name), ct);
            steps.Next();
        }

        foreach (var stored in Manifest.Files)
        {
            await CheckAsync(ArchiveNames.OfFile(stored.Sha256), stored.Bytes, stored.Sha256, ct);
            steps.Next();
        }
    }

    private void RefuseOtherSchema(IReadOnlyList<AppliedMigration> here)
    {
        if (here.SequenceEqual(Manifest.Migrations) && Manifest.Schema == here[^1].Name)
        {
            return;
        }

        var isNewer = Manifest.Migrations.Any(migration => here.All(known => known.Name != migration.Name));
        throw new ArchiveException(
            $"The archive has the schema {Manifest.Schema}, and this database {here[^1].Name}: "
            + (isNewer
                ? "migrate this database with the build that made the archive, or a newer export of it."
                : "import it into an empty hub of the build that made it, migrate that, and export again."));
    }

    private async Task CheckAsync(string name, long bytes, string sha256, CancellationToken ct)
    {
        if (zip.GetEntry(name) is not { } entry || entry.Length != bytes)
        {
            throw new ArchiveException($"The archive's {name} is missing or has another length than its manifest says.");
        }

        await using var content = await entry.OpenAsync(ct);

        if (await CheckedCopy.CopyAsync(content, null, ct) != (bytes, sha256))
        {
            throw new ArchiveException($"The archive's {name} is not what its manifest says.");
        }
    }

    private async Task CheckRowsAsync(CopiedTable table, ArchiveTable known, CancellationToken ct)
    {
        var (expected, rows) = (known.Columns.Order(StringComparer.Ordinal).ToList(), 0L);

        await foreach (var line in LinesAsync(table.Name, ct))
        {
            rows++;
            using var row = Parse(line) ?? throw new ArchiveException($"Row {rows} of {table.Name} is no JSON object.");

            if (!row.RootElement.EnumerateObject().Select(column => column.Name).Order(StringComparer.Ordinal).SequenceEqual(expected))
            {
                throw new ArchiveException($"Row {rows} of {table.Name} has other columns than this schema.");
            }

            if (row.RootElement.GetProperty("tenant_id") is not { ValueKind: JsonValueKind.String } owner || !owner.ValueEquals(Manifest.Place.Id.ToString()))
            {
                throw new ArchiveException($"Row {rows} of {table.Name} belongs to another tenant than the archive.");
            }
        }

        if (rows != table.Rows)
        {
            throw new ArchiveException($"{table.Name} has {rows} rows, and the manifest says {table.Rows}.");
        }
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            var row = JsonDocument.Parse(line);

            if (row.RootElement.ValueKind is JsonValueKind.Object)
            {
                return row;
            }

            row.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<string> LinesAsync(string table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = await zip.GetEntry(ArchiveNames.OfTable(table))!.OpenAsync(ct);
        using var reader = new StreamReader(content, Encoding.UTF8);

        while (await reader.ReadLineAsync(ct) is { } line)
        {
            yield return line;
        }
    }

    public Task<Stream> OpenAsync(ArchivedFile stored, CancellationToken ct) => zip.GetEntry(ArchiveNames.OfFile(stored.Sha256))!.OpenAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (zip is not null)
        {
            await zip.DisposeAsync();
        }

        await file.DisposeAsync();
    }
}
