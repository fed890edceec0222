using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Records what the codes of commitments mean, in the national scope. Safe to repeat; a code that is gone keeps its meaning.</summary>
public sealed class RecordVocabulary(HubDbContext db)
{
    public async Task ExecuteAsync(IReadOnlyList<PolicyArea> areas, IReadOnlyList<DevelopmentGoal> goals, CancellationToken ct)
    {
        var knownAreas = await db.PolicyAreas.ToDictionaryAsync(a => a.Code, ct);
        var knownGoals = await db.DevelopmentGoals.ToDictionaryAsync(g => g.Code, ct);

        foreach (var area in areas)
        {
            if (knownAreas.TryGetValue(area.Code, out var before))
            {
                (before.TitleEs, before.TitleEn) = (area.TitleEs, area.TitleEn);
            }
            else
            {
                db.PolicyAreas.Add(area);
            }
        }

        foreach (var goal in goals)
        {
            if (knownGoals.TryGetValue(goal.Code, out var before))
            {
                (before.TitleEs, before.TitleEn) = (goal.TitleEs, goal.TitleEn);
            }
            else
            {
                db.DevelopmentGoals.Add(goal);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
