using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>Asks for an archive of the whole place; a worker makes it. One at a time.</summary>
public sealed class AskForExport(HubDbContext db, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    /// <param name="by">Of the place; null: an operator of the hub.</param>
    public async Task<Refusal?> ExecuteAsync(Guid? by, CancellationToken ct)
    {
        if (tenant.Current.IsNational)
        {
            return ExportRefusals.NationIsTheHub;
        }

        // Two at once: the database lets one of them in.
        var export = new ArchiveExport { AskedBy = by, AskedAt = clock.GetUtcNow() };
        var state = nameof(ArchiveExportState.Waiting);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
             insert into archive_exports (id, asked_by, asked_at, state, done, total) values ({export.Id}, {by}, {export.AskedAt}, {state}, 0, 0)
             on conflict do nothing
             """,
            ct);

        if (added == 0)
        {
            return ExportRefusals.UnderWay;
        }

        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Exports, ct);
        return null;
    }
}

public static class ExportRefusals
{
    public static readonly Refusal UnderWay = new("export.under-way");
    public static readonly Refusal NationIsTheHub = new("export.nation-is-the-hub");
}
