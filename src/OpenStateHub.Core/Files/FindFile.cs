using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>A file by its hash and name, through the place's own row: there is no other way to its bytes.</summary>
public sealed class FindFile(HubDbContext db, FileFolder folder)
{
    public async Task<Result?> ExecuteAsync(string sha256, string name, CancellationToken ct) =>
        await db.Files
            .Where(file => file.Sha256 == sha256 && file.Name == name)
            .Select(file => new { file.Type, file.UploadedAt, IsPublic = db.FileUses.Any(use => use.FileId == file.Id && use.IsPublic) })
            .SingleOrDefaultAsync(ct) is { } found
            ? new Result(folder.PathOf(sha256), found.Type, found.UploadedAt, found.IsPublic)
            : null;

    /// <param name="Path">Where the bytes stand on disk.</param>
    public sealed record Result(string Path, FileType Type, DateTimeOffset UploadedAt, bool IsPublic);
}
