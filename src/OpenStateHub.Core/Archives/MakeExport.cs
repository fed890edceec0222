using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>How an archive is read: on a connection of its own, because it holds one moment for as long as it takes.</summary>
public sealed record ExportConnection(string Text);

/// <summary>
/// Makes the archive that somebody asked for, and takes away those whose days are over. A worker that is killed leaves nothing: the next begins anew.
/// </summary>
public sealed class MakeExport(
    HubDbContext db, TenantContext tenant, ExportTenant export, FileFolder folder, ExportConnection connection, TimeProvider clock, ILogger<MakeExport> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <returns>When it is due again; null: when somebody asks.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct)
    {
        // The connection of this scope stays open to its end: the lock tells whoever takes the work when this lease has run out that it goes on.
        if (!await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock(7, hashtext(app.current_tenant_id()::text)) as \"Value\"").SingleAsync(ct))
        {
            return clock.GetUtcNow() + LookAgain;
        }

        try
        {
            await RemoveOldAsync(ct);

            if (await db.ArchiveExports.SingleOrDefaultAsync(e => e.State == ArchiveExportState.Waiting || e.State == ArchiveExportState.Running, ct) is { } asked)
            {
                await MakeAsync(asked, ct);
            }

            return await db.ArchiveExports.Where(e => e.State == ArchiveExportState.Ready).MinAsync(e => e.ExpiresAt, ct);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock(7, hashtext(app.current_tenant_id()::text))", CancellationToken.None);
        }
    }

    private async Task MakeAsync(ArchiveExport asked, CancellationToken ct)
    {
        asked.Begin();
        await db.SaveChangesAsync(ct);
        var path = folder.ArchiveOf(asked.Id);

        // What a killed worker finished, and did not get to say.
        File.Delete(path);

        try
        {
            await export.ExecuteAsync(new ExportTenant.Input(connection.Text, tenant.Current.Slug, path), new Told(db, asked.Id), ct);
            asked.Finish(await ArchiveSeal.ReadAsync(path, ct), new FileInfo(path).Length, clock.GetUtcNow());
        }
        catch (ArchiveException e)
        {
            // Another try would find the same: somebody must mend it, and ask again.
            var reference = Activity.Current?.TraceId.ToString() ?? asked.Id.ToString();
            log.LogError(e, "The archive {Export} cannot be made.", asked.Id);
            asked.Fail(reference);
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task RemoveOldAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        foreach (var old in await db.ArchiveExports.Where(e => e.State == ArchiveExportState.Ready && e.ExpiresAt <= now).ToListAsync(ct))
        {
            File.Delete(folder.ArchiveOf(old.Id));
            old.Remove();
            await db.SaveChangesAsync(ct);
        }
    }

    // A few times in all, between two tables or files: whoever waits sees how far it is.
    private sealed class Told(HubDbContext db, Guid id) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => db.ArchiveExports.Where(e => e.Id == id)
            .ExecuteUpdate(set => set.SetProperty(e => e.Done, value.Done).SetProperty(e => e.Total, value.Total));
    }
}
