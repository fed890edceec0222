using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking.Presentations;

/// <summary>The place's public accountability sessions, the latest first.</summary>
public sealed class ListPresentations(HubDbContext db)
{
    public async Task<IReadOnlyList<PresentationRow>> ExecuteAsync(CancellationToken ct) =>
        await Rows().OrderByDescending(row => row.Presentation.StartsAt).ThenByDescending(row => row.Presentation.Id).ToListAsync(ct);

    /// <returns>Null where the place has none of that id.</returns>
    public Task<PresentationRow?> FindAsync(Guid id, CancellationToken ct) => Rows().SingleOrDefaultAsync(row => row.Presentation.Id == id, ct);

    /// <summary>The plans that one may be about.</summary>
    public async Task<IReadOnlyList<(string Slug, string Title)>> ListPlansAsync(CancellationToken ct) =>
        (await db.ActionPlans.AsNoTracking()
            .Where(p => p.PublishedOn != null)
            .OrderByDescending(p => p.PublishedOn).ThenBy(p => p.Slug)
            .Select(p => new { p.Slug, p.Title })
            .ToListAsync(ct)).ConvertAll(p => (p.Slug, p.Title));

    private IQueryable<PresentationRow> Rows() =>
        from presentation in db.Presentations.AsNoTracking()
        join plans in db.ActionPlans on presentation.PlanId equals plans.Id into about
        from plan in about.DefaultIfEmpty()
        select new PresentationRow
        {
            Presentation = presentation,
            PlanSlug = plan == null ? null : plan.Slug,
            PlanTitle = plan == null ? null : plan.Title,
        };
}

public sealed record PresentationRow
{
    public required Presentation Presentation { get; init; }

    /// <summary>Null where it is not about one plan alone.</summary>
    public string? PlanSlug { get; init; }

    public string? PlanTitle { get; init; }
}
