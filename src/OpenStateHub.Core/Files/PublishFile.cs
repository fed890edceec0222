using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>Makes a file a document of the place, which everybody reads under its address. One that is published already stays as it is.</summary>
public sealed class PublishFile(HubDbContext db, FileLock only, TenantContext tenant, PublicChange change, TimeProvider clock)
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

        if (!await db.Documents.AnyAsync(document => document.Sha256 == found.Sha256 && document.WithdrawnOn == null, ct))
        {
            var made = new Document { Sha256 = found.Sha256, Name = found.Name, Bytes = found.Bytes, PublishedOn = tenant.Current.Today(clock) };
            db.Documents.Add(made);
            db.FileUses.Add(new FileUse { FileId = fileId, Kind = FileUseKind.Library, SubjectId = made.Id, IsPublic = true });
            await change.ExecuteAsync(new PublicAct(DocumentActs.Published, DocumentSubjects.Document(made.Id), made.PublishedOn), ct);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
