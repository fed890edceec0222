using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>Ends what <see cref="UseFile"/> began. What else uses the file goes on doing so; where nothing does, its bytes go.</summary>
public sealed class LetFileGo(HubDbContext db, FileLock only, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    /// <summary>Works in the caller's transaction; the caller saves. Until a sweep or <see cref="RemoveFile"/> nobody but the back office reads it.</summary>
    /// <returns>The file.</returns>
    public async Task<Guid> ExecuteAsync(FileUseKind kind, Guid subjectId, CancellationToken ct)
    {
        await only.TakeAsync(ct);
        var now = clock.GetUtcNow();
        var use = await db.FileUses.SingleAsync(use => use.Kind == kind && use.SubjectId == subjectId, ct);
        (await db.Files.SingleAsync(file => file.Id == use.FileId, ct)).IdleSince = now;
        db.FileUses.Remove(use);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Files, now + SweepFiles.Grace, ct);
        return use.FileId;
    }
}
