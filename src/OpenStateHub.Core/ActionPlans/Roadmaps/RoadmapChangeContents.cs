using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>A proposed change of a published plan: what and why, each value before and after, and what became of it.</summary>
internal sealed class RoadmapChangeContents(HubDbContext db) : ISubjectContents
{
    public string Kind => PlanSubjects.ChangeKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var changes = await db.RoadmapChanges
            .AsNoTracking()
            .Include(c => c.Items)
            .Where(c => c.Status != RoadmapChangeStatus.Draft && (ids == null || ids.Contains(c.Id)))
            .ToListAsync(ct);
        var plans = changes.Select(c => c.PlanId).Distinct().ToList();
        var slugs = await db.ActionPlans.Where(p => plans.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Slug, ct);
        return changes.ConvertAll(c => new SubjectContent(PlanSubjects.Change(slugs[c.PlanId], c.Id), c.Title, text => Write(text, c)) { IsDemonstration = c.IsDemonstration });
    }

    private static void Write(CanonicalText text, RoadmapChange change)
    {
        text.Words("title", change.Title)
            .Words("reason", change.Reason)
            .Field("status", change.Status)
            .Field("proposed on", change.ProposedOn)
            .Field("office", change.Office)
            .Field("approved on", change.ApprovedOn)
            .Field("agreement", change.Agreement?.Value)
            .Field("dropped on", change.DroppedOn)
            .Words("drop reason", change.DropReason);

        foreach (var item in change.Items.OrderBy(item => item.CommitmentId).ThenBy(item => item.ActionId).ThenBy(item => item.ActivityId).ThenBy(item => item.Field))
        {
            text.Part("item")
                .Field("commitment", item.CommitmentId?.ToString())
                .Field("action", item.ActionId?.ToString())
                .Field("activity", item.ActivityId?.ToString())
                .Field("field", item.Field)
                .Words("before", item.Before)
                .Words("after", item.After);
        }
    }
}
