using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class ReviseAction(HubDbContext db)
{
    /// <param name="revision">The revision that the person saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid actionId, int revision, string title, CancellationToken ct) =>
        db.InOneTransactionAsync(() => ReviseAsync(actionId, revision, title, ct), ct);

    private async Task<Refusal?> ReviseAsync(Guid actionId, int revision, string title, CancellationToken ct)
    {
        if (await db.LockActionAsync(actionId, ct) is not var (commitment, action))
        {
            return CommitmentRefusals.ActionRemoved;
        }

        db.Entry(action).Property(a => a.Revision).OriginalValue = revision;

        if (commitment.Revise(action, title) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
