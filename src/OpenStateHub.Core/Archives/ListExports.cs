using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Archives;

/// <summary>The archives that were asked for, the latest first.</summary>
public sealed class ListExports(HubDbContext db, FileFolder folder)
{
    private const int Most = 20;

    public sealed record Row
    {
        public required ArchiveExport Export { get; init; }

        /// <summary>Null: an operator of the hub.</summary>
        public string? By { get; init; }
    }

    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct) =>
        await db.ArchiveExports.AsNoTracking()
            .OrderByDescending(e => e.AskedAt)
            .ThenByDescending(e => e.Id)
            .Take(Most)
            .Select(e => new Row { Export = e, By = db.Users.Where(person => person.Id == e.AskedBy).Select(person => person.Name).FirstOrDefault() })
            .ToListAsync(ct);

    /// <returns>Where the file stands; null where there is none of that id to be had.</returns>
    public async Task<string?> FileAsync(Guid id, CancellationToken ct) =>
        await db.ArchiveExports.AnyAsync(e => e.Id == id && e.State == ArchiveExportState.Ready, ct) && folder.ArchiveOf(id) is var path && File.Exists(path) ? path : null;
}
