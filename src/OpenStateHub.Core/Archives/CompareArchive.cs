using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenStateHub.Core.Backup;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>Whether what a place holds is what an archive holds, row by row. A place at rest is read, and nothing is written.</summary>
internal static class CompareArchive
{
    /// <summary>One hash over each table's and each file's.</summary>
    public static string ContentsOf(IEnumerable<CopiedTable> tables, IEnumerable<ArchivedFile> files)
    {
        var text = new StringBuilder();

        foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.Name} {table.Rows} {table.Sha256}\n");
        }

        foreach (var file in files.OrderBy(file => file.Sha256, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Sha256} {file.Bytes}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What the place holds now.</summary>
    public static async Task<(TenantId Place, string Contents, long Rows, int Files)> ReadAsync(string connection, string slug, CancellationToken ct)
    {
        await using var snapshot = await TenantSnapshot.OpenAsync(connection, slug, ct);

        if (snapshot.Status is not TenantStatus.Archived)
        {
            throw new ArchiveException($"The place is {snapshot.Status}: put it to rest first ('hub tenants archive {slug}'), then export it, so that the archive is the last word.");
        }

        var (tables, files) = (new List<CopiedTable>(), await snapshot.FilesAsync(ct));

        foreach (var table in snapshot.Tables)
        {
            tables.Add(await snapshot.CopyAsync(table, Stream.Null, ct));
        }

        return (snapshot.Id, ContentsOf(tables, files), tables.Sum(table => table.Rows), files.Count);
    }
}
