using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Files;

/// <summary>Ends the publication of a file. What else uses the file goes on doing so; where nothing does, it has a day from now.</summary>
public sealed class WithdrawDocument(HubDbContext db, FileLock only, TenantContext tenant, QueueWork queue, PublicChange change, TimeProvider clock)
{
    /// <param name="reason">Public.</param>
    /// <returns>Whether the place has such a document, and why it was not withdrawn.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, string? reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await only.TakeAsync(ct);

        if (await db.Documents.SingleOrDefaultAsync(document => document.Id == id, ct) is not { } document)
        {
            return (false, null);
        }

        if (document.Withdraw(reason, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        var now = clock.GetUtcNow();
        var use = await db.FileUses.SingleAsync(use => use.Kind == FileUseKind.Library && use.SubjectId == id, ct);
        (await db.Files.SingleAsync(file => file.Id == use.FileId, ct)).IdleSince = now;
        db.FileUses.Remove(use);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Files, now + SweepFiles.Grace, ct);
        await change.ExecuteAsync(new PublicAct(DocumentActs.Withdrawn, DocumentSubjects.Document(id), document.WithdrawnOn), ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
