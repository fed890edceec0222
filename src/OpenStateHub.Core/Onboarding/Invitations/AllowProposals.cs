using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Invitations;

/// <summary>Says whether what a state proposes is sent at once, without anybody of the nation confirming it.</summary>
public sealed class AllowProposals(HubDbContext db, TimeProvider clock)
{
    /// <returns>False where there is no such state.</returns>
    public async Task<bool> ExecuteAsync(string slug, bool allowed, Guid by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked like an invitation of the state itself: two who switch at once come one after the other.
        var state = await db.Tenants.FromSql($"select * from tenants where slug = {slug} for no key update").AsNoTracking().SingleOrDefaultAsync(ct);

        if (state is not { Kind: TenantKind.State })
        {
            return false;
        }

        var open = await db.StandingPermissions.SingleOrDefaultAsync(p => p.StateId == state.Id && p.EndedAt == null, ct);

        if (allowed && open is null)
        {
            db.StandingPermissions.Add(new StandingPermit { StateId = state.Id, GrantedBy = by, GrantedAt = clock.GetUtcNow() });
        }
        else if (!allowed)
        {
            open?.End(by, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
