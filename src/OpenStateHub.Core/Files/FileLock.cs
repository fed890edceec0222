using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>
/// One at a time, over all nodes, changes which files of a place stand on disk and in the table: else an upload could rename a file into
/// place that a sweep, having seen no row for it, deletes a moment later.
/// </summary>
public sealed class FileLock(HubDbContext db)
{
    private const int Purpose = 4, BackupPurpose = 5, ArrivalPurpose = 6;

    /// <summary>A backup says this for as long as it copies: rows go on changing, and no bytes are removed. It waits for those under way.</summary>
    internal const string KeepBytes = "select pg_advisory_lock(5, 0)";

    /// <summary>Whoever brings or takes a whole tenant away says this: its files stand before its rows do, and after. One at a time.</summary>
    internal const string Arrive = "select pg_try_advisory_lock(6, 0)";

    /// <summary>Held to the end of the transaction under way.</summary>
    public Task TakeAsync(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Purpose}, hashtext(app.current_tenant_id()::text))", ct);

    /// <summary>Whether bytes may be removed in the transaction under way; not while a backup copies them.</summary>
    internal Task<bool> MayRemoveAsync(CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock_shared({BackupPurpose}, 0) as \"Value\"").SingleAsync(ct);

    /// <summary>Whether folders of places that are no tenants may be removed in the transaction under way; not while one arrives or leaves.</summary>
    internal Task<bool> MayTidyAsync(CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock_shared({ArrivalPurpose}, 0) as \"Value\"").SingleAsync(ct);
}
