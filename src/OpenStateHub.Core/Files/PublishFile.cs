using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>Makes a file readable for everybody under its address, by a use of the place's own library.</summary>
public sealed class PublishFile(HubDbContext db, FileLock only)
{
    /// <returns>Whether there is such a file.</returns>
    public async Task<bool> ExecuteAsync(Guid fileId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);

        if (!await db.Files.AnyAsync(file => file.Id == fileId, ct))
        {
            return false;
        }

        if (!await db.FileUses.AnyAsync(use => use.FileId == fileId && use.Kind == FileUseKind.Library, ct))
        {
            db.FileUses.Add(new FileUse { FileId = fileId, Kind = FileUseKind.Library, SubjectId = fileId, IsPublic = true });
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
