using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>Makes a file that the place keeps public through one thing of a feature, such as an item of evidence.</summary>
public sealed class UseFile(HubDbContext db, FileLock only)
{
    /// <summary>Works in the caller's transaction; the caller saves.</summary>
    /// <returns>Null where the place has no such file, or no longer.</returns>
    public async Task<StoredFile?> ExecuteAsync(string sha256, FileUseKind kind, Guid subjectId, CancellationToken ct)
    {
        await only.TakeAsync(ct);

        if (await db.Files.SingleOrDefaultAsync(file => file.Sha256 == sha256, ct) is not { } file)
        {
            return null;
        }

        db.FileUses.Add(new FileUse { FileId = file.Id, Kind = kind, SubjectId = subjectId, IsPublic = true });
        return file;
    }
}
