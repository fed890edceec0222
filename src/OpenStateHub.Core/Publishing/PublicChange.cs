using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Publishing;

/// <summary>Saves a change that the public sees, in one transaction: the caller's, where it has begun one to lock a row.</summary>
public sealed class PublicChange(HubDbContext db)
{
    public async Task SaveAsync(CancellationToken ct)
    {
        var begun = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using var _ = begun;
        await db.SaveChangesAsync(ct);

        if (begun is not null)
        {
            await begun.CommitAsync(ct);
        }
    }
}
