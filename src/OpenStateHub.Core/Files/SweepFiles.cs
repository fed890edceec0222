using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>
/// Takes away, after a day, what nothing uses: files without a use, bytes without a row, and uploads that a killed process left.
/// Running it twice does no more than once.
/// </summary>
public sealed class SweepFiles(HubDbContext db, FileFolder folder, RemoveFile remove, TimeProvider clock)
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>How soon again where a backup kept bytes from being removed.</summary>
    public static readonly TimeSpan AfterBackup = TimeSpan.FromMinutes(10);

    /// <returns>When something may be swept again; null where everything that stands here is used.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unused = db.Files.Where(file => !db.FileUses.Any(use => use.FileId == file.Id));

        foreach (var id in await unused.Where(file => file.IdleSince <= now - Grace).Select(file => file.Id).ToListAsync(ct))
        {
            await remove.ExecuteAsync(id, idleBefore: now - Grace, ct);
            db.ChangeTracker.Clear();
        }

        var kept = (await db.Files.Select(file => file.Sha256).ToListAsync(ct)).ToHashSet();
        var isKept = false;

        foreach (var orphan in folder.Kept(before: now - Grace).Where(sha256 => !kept.Contains(sha256)).ToList())
        {
            isKept |= !await remove.RemoveBytesAsync(orphan, ct);
        }

        if (isKept)
        {
            return now + AfterBackup;
        }

        var isReceiving = folder.SweepIncoming(before: now - Grace) > 0;
        var next = await unused.MinAsync(file => (DateTimeOffset?)file.IdleSince, ct) + Grace;
        return next ?? (isReceiving ? now + Grace : null);
    }
}
