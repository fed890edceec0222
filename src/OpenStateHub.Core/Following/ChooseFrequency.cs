using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

public sealed class ChooseFrequency(HubDbContext db, TenantContext tenant, QueueWork queue, TimeProvider clock)
{
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(string token, Frequency frequency, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.FollowerWithAsync(token, ct) is not { } follower)
        {
            return (false, null);
        }

        if (follower.Choose(frequency, new LetterHours(tenant.Current), clock.GetUtcNow()) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        await queue.ExecuteAsync(tenant.Current.Id, WorkKind.Following, follower.NextAt!.Value, ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
