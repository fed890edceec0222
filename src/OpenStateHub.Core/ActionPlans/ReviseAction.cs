using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class ReviseAction(HubDbContext db)
{
    /// <param name="revision">The revision that the person saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid actionId, int revision, string title, CancellationToken ct) => db.ChangeActionAsync(
        actionId,
        (commitment, action) =>
        {
            db.Entry(action).Property(a => a.Revision).OriginalValue = revision;
            return Task.FromResult(commitment.Revise(action, title));
        },
        ct);
}
