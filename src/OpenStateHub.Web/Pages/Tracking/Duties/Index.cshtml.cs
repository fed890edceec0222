using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Duties;

/// <summary>What the place owes by a day, and whether it does it.</summary>
[CachedPage]
public sealed class IndexModel(ReadDuties read, HubDbContext db, TenantContext tenant, TimeProvider clock) : PageModel
{
    private IReadOnlyList<DutyRecord> proofs = [];

    public string PlaceName => tenant.Current.Name;
    public IReadOnlyList<DutyStanding> Standings { get; private set; } = [];

    public IEnumerable<IGrouping<DutyRule, DutyStanding>> Duties => Standings.GroupBy(standing => standing.Rule);

    /// <summary>The most pressing first.</summary>
    public IEnumerable<(DutyState State, int Count)> Counts =>
        from state in new[] { DutyState.Overdue, DutyState.DueSoon, DutyState.InForce, DutyState.Met, DutyState.NotApplicable }
        let count = Standings.Count(standing => standing.State == state)
        where count > 0
        select (state, count);

    public DutyRecord? ProofOf(Guid subject) => proofs.FirstOrDefault(proof => proof.PlanId == subject || proof.CommitmentId == subject);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Standings = (await read.ExecuteAsync(ct)).On(tenant.Current.Today(clock));
        proofs = await db.DutyRecords.AsNoTracking().ToListAsync(ct);
    }
}
