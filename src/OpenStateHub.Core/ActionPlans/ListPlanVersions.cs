using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The signed versions of a public plan, the latest first.</summary>
public sealed class ListPlanVersions(HubDbContext db)
{
    public sealed record Result(Guid PlanId, string PlanTitle, bool IsDemonstration, IReadOnlyList<Row> Versions);

    public sealed record Row(int Number, DateOnly SignedOn, AgreementNumber? Agreement, string Sha256, Guid? ChangeId);

    /// <returns>Null where the place has no public plan of this slug.</returns>
    public Task<Result?> ExecuteAsync(string slug, CancellationToken ct) =>
        db.ActionPlans
            .Where(p => p.Slug == slug && p.PublishedOn != null)
            .Select(p => new Result(
                p.Id,
                p.Title,
                p.IsDemonstration,
                db.PlanVersions
                    .Where(v => v.PlanId == p.Id)
                    .OrderByDescending(v => v.Number)
                    .Select(v => new Row(v.Number, v.SignedOn, v.Agreement, v.Sha256, v.ChangeId))
                    .ToList()))
            .SingleOrDefaultAsync(ct);
}
