using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts;

/// <summary>Ends a role at once: rights are read anew at each request.</summary>
public sealed class EndRole(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <returns>False where there is no such grant.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid grantId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked in one order, so that two administrators who end each other's role leave one.
        var administrators = await db.RoleGrants
            .FromSql($"select * from role_grants where role = 'Administrator' and ended_at is null order by id for update")
            .ToListAsync(ct);

        if (await db.RoleGrants.SingleOrDefaultAsync(grant => grant.Id == grantId, ct) is not { } grant)
        {
            return (false, null);
        }

        var today = tenant.Current.Today(clock);
        var others = administrators.Where(other => other.UserId != grant.UserId && other.IsHeldOn(today)).DistinctBy(other => other.UserId).Count();

        if (grant.End(others, clock.GetUtcNow()) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
