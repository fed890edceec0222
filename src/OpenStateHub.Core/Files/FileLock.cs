using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>
/// One at a time, over all nodes, changes which files of a place stand on disk and in the table: else an upload could rename a file into
/// place that a sweep, having seen no row for it, deletes a moment later.
/// </summary>
public sealed class FileLock(HubDbContext db)
{
    private const int Purpose = 4;

    /// <summary>Held to the end of the transaction under way.</summary>
    public Task TakeAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Purpose}, hashtext(app.current_tenant_id()::text))", ct);
}
