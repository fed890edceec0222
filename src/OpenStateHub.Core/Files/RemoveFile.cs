using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>Takes a file away that nothing uses.</summary>
public sealed class RemoveFile(HubDbContext db, FileFolder folder, FileLock only)
{
    /// <returns>Whether there is such a file, and why it stays.</returns>
    public Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid fileId, CancellationToken ct) =>
        ExecuteAsync(fileId, idleBefore: DateTimeOffset.MaxValue, ct);

    /// <param name="idleBefore">One that was sent again since is not found.</param>
    internal async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid fileId, DateTimeOffset idleBefore, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);

        if (await db.Files.SingleOrDefaultAsync(file => file.Id == fileId && file.IdleSince <= idleBefore, ct) is not { } found)
        {
            return (false, null);
        }

        if (await db.FileUses.AnyAsync(use => use.FileId == fileId, ct))
        {
            return (true, FileRefusals.InUse);
        }

        db.Files.Remove(found);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        // After the row: killed in between, or kept by a backup, the bytes wait for the sweep.
        await RemoveBytesAsync(found.Sha256, ct);
        return (true, null);
    }

    /// <summary>Deletes the bytes unless a row has them, perhaps one that came since.</summary>
    /// <returns>Whether that is settled; not while a backup copies what stands here.</returns>
    internal async Task<bool> RemoveBytesAsync(string sha256, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);

        if (!await only.MayRemoveAsync(ct))
        {
            return false;
        }

        if (!await db.Files.AnyAsync(file => file.Sha256 == sha256, ct))
        {
            folder.Remove(sha256);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
