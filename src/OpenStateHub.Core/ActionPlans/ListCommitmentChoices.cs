using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>What a commitment may name: policy areas, goals and their targets, and the place's commitments of other plans.</summary>
public sealed class ListCommitmentChoices(HubDbContext db)
{
    public async Task<Result> ExecuteAsync(Guid planId, CancellationToken ct)
    {
        var areas = await db.PolicyAreas.AsNoTracking().OrderBy(a => a.TitleEs).ToListAsync(ct);
        var goals = await db.DevelopmentGoals.AsNoTracking().ToListAsync(ct);
        var earlier = await db.Commitments
            .Where(c => c.PlanId != planId)
            .OrderByDescending(c => c.Plan!.StartsOn).ThenBy(c => c.Plan!.Slug).ThenBy(c => c.Number)
            .Select(c => new Earlier(c.Slug, c.Text.ShortTitle ?? c.Text.Title, c.Plan!.Title))
            .ToListAsync(ct);
        return new Result(areas, [.. goals.OrderBy(goal => OrderOf(goal.Code)).ThenBy(goal => goal.Code, StringComparer.Ordinal)], earlier);
    }

    // 6 before 6.1, 6.2 before 6.10, 6.10 before 6.a, and 7 after them all.
    private static int OrderOf(string code)
    {
        var parts = code.Split('.');
        var goal = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) * 1000;
        return parts.Length == 1 ? goal : int.TryParse(parts[1], out var target) ? goal + target : goal + 999;
    }

    public sealed record Result(IReadOnlyList<PolicyArea> Areas, IReadOnlyList<DevelopmentGoal> Goals, IReadOnlyList<Earlier> Earlier);

    public sealed record Earlier(string Slug, string Title, string Plan);
}
