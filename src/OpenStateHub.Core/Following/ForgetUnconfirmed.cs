using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>Erases what nobody confirmed in time, with its photographs, and the links of letters that are a year old.</summary>
public sealed class ForgetUnconfirmed(HubDbContext db, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    public static readonly TimeSpan LettersKept = TimeSpan.FromDays(365);

    public async Task ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (asked, written, queued) = (now - Follower.Patience, now - Comment.Patience, now - LettersKept);
        await db.Followers.Where(f => f.ConfirmedAt == null && f.AskedAt <= asked).ExecuteDeleteAsync(ct);
        await db.FollowerLetters.Where(l => l.QueuedAt < queued).ExecuteDeleteAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var comments = db.Comments.Where(c => c.Status == CommentStatus.Unconfirmed && c.WrittenAt <= written);
        var uses = db.FileUses.Where(use => use.Kind == FileUseKind.Comment && comments.Any(c => c.Id == use.SubjectId));

        if (await db.Files.Where(file => uses.Any(use => use.FileId == file.Id)).ExecuteUpdateAsync(set => set.SetProperty(file => file.IdleSince, now), ct) > 0)
        {
            await uses.ExecuteDeleteAsync(ct);
            await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Files, now + SweepFiles.Grace, ct);
        }

        await comments.ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
