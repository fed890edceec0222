using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One signed version with its whole text, byte for byte as its hash was taken.</summary>
public sealed class FindPlanVersion(HubDbContext db)
{
    /// <returns>Null where the place has no public plan of this slug, or the plan no such version.</returns>
    public Task<string?> ExecuteAsync(string slug, int number, CancellationToken ct) =>
        db.PlanVersions
            .Where(v => v.Number == number)
            .Join(db.ActionPlans.Where(p => p.Slug == slug && p.PublishedOn != null), v => v.PlanId, p => p.Id, (v, _) => v.Text)
            .SingleOrDefaultAsync(ct);
}
