using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>Ends a file's use by the library. What else uses it goes on doing so; where nothing does, it has a day from now.</summary>
public sealed class UnpublishFile(HubDbContext db, FileLock only, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    /// <returns>Whether there is such a file.</returns>
    public async Task<bool> ExecuteAsync(Guid fileId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);

        if (await db.Files.SingleOrDefaultAsync(file => file.Id == fileId, ct) is not { } found)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        found.IdleSince = now;
        await db.FileUses.Where(use => use.FileId == fileId && use.Kind == FileUseKind.Library).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Files, now + SweepFiles.Grace, ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
