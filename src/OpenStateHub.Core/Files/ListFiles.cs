using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>The place's files, the newest first, and how much room they take.</summary>
public sealed class ListFiles(HubDbContext db, TenantContext tenant)
{
    public async Task<Result> ExecuteAsync(int skip, int take, CancellationToken ct)
    {
        var rows = await db.Files
            .OrderByDescending(file => file.UploadedAt).ThenByDescending(file => file.Id)
            .Skip(skip).Take(take)
            .Select(file => new Row
            {
                Id = file.Id,
                Sha256 = file.Sha256,
                Name = file.Name,
                Type = file.Type,
                Bytes = file.Bytes,
                UploadedAt = file.UploadedAt,
                UploadedBy = file.UploadedBy,
                IdleSince = file.IdleSince,
                IsUsed = db.FileUses.Any(use => use.FileId == file.Id),
                IsPublic = db.FileUses.Any(use => use.FileId == file.Id && use.IsPublic),
                DocumentId = db.FileUses.Where(use => use.FileId == file.Id && use.Kind == FileUseKind.Library).Select(use => (Guid?)use.SubjectId).SingleOrDefault(),
            })
            .ToListAsync(ct);
        var all = await db.Files.GroupBy(_ => 1).Select(files => new { Count = files.Count(), Bytes = files.Sum(file => file.Bytes) }).SingleOrDefaultAsync(ct);
        return new Result(rows, all?.Count ?? 0, all?.Bytes ?? 0, tenant.Current.MostBytes, tenant.Current.MostFileBytes);
    }

    public sealed record Result(IReadOnlyList<Row> Rows, int Total, long Bytes, long MostBytes, long MostFileBytes);

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Sha256 { get; init; }
        public required string Name { get; init; }
        public required FileType Type { get; init; }
        public required long Bytes { get; init; }
        public required DateTimeOffset UploadedAt { get; init; }
        public required Guid? UploadedBy { get; init; }
        public required DateTimeOffset IdleSince { get; init; }
        public required bool IsUsed { get; init; }
        public required bool IsPublic { get; init; }
        /// <summary>As which it is published by itself; null where it is not.</summary>
        public required Guid? DocumentId { get; init; }

        /// <summary>When it is swept away; null while something uses it.</summary>
        public DateTimeOffset? GoneAt => IsUsed ? null : IdleSince + SweepFiles.Grace;
    }
}
