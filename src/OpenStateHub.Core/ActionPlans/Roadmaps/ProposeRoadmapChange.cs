using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>Makes a proposal public, from then on unchangeable: what the secretariat votes on is what everybody reads.</summary>
public sealed class ProposeRoadmapChange(
    HubDbContext db, TenantContext tenant, CheckRoadmapChange check, ActingOffice office, PublicChange publicChange, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(Guid changeId, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Whoever is writing into it is waited for: what was checked is what becomes public.
        await db.Database.ExecuteSqlAsync($"select from roadmap_changes where id = {changeId} for update", ct);
        var change = await db.RoadmapChanges.Include(c => c.Items).SingleAsync(c => c.Id == changeId, ct);

        if ((change.Propose(office.CurrentOrNull?.Office, today) ?? await check.ExecuteAsync(changeId, ct)) is { } refusal)
        {
            return refusal;
        }

        var plan = await db.ActionPlans.Where(p => p.Id == change.PlanId).Select(p => p.Slug).SingleAsync(ct);
        await publicChange.ExecuteAsync(new PublicAct(PlanActs.ChangeProposed, PlanSubjects.Change(plan, change.Id), today) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
