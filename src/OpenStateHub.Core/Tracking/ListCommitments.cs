using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking;

public enum CommitmentOrder
{
    /// <summary>The latest plan first, by number.</summary>
    Plan,

    /// <summary>What is due first; what has nothing open last.</summary>
    Due,

    /// <summary>The least verified first; what has no activities last.</summary>
    Verified,

    /// <summary>What was reported or answered last.</summary>
    Updated,
}

/// <summary>The public list of promises, and what it can be narrowed down by.</summary>
public sealed class ListCommitments(HubDbContext db, ReadPlans plans, ReadCommitments commitments)
{
    /// <param name="Choices">Also where nothing matches: what the place's public plans offer to filter by.</param>
    public sealed record Result(IReadOnlyList<CommitmentRow> Rows, FilterChoices Choices);

    public async Task<Result> ExecuteAsync(ReadCommitments.Filter filter, CommitmentOrder order, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var rows = await commitments.ExecuteAsync(filter, ct);
        return new Result([.. Sorted(rows, order)], await ChoicesAsync(ct));
    }

    private static IEnumerable<CommitmentRow> Sorted(IReadOnlyList<CommitmentRow> rows, CommitmentOrder order) => order switch
    {
        CommitmentOrder.Due => rows.OrderBy(row => row.NextDueOn ?? DateOnly.MaxValue),
        CommitmentOrder.Verified => rows.OrderBy(row => row.Progress.Verified ?? 101).ThenBy(row => row.Progress.Reported),
        CommitmentOrder.Updated => rows.OrderByDescending(row => row.UpdatedOn ?? DateOnly.MinValue),
        _ => rows,
    };

    private async Task<FilterChoices> ChoicesAsync(CancellationToken ct)
    {
        var heads = await plans.ExecuteAsync(ct);
        var published = db.Commitments.AsNoTracking().Where(c => c.Plan!.PublishedOn != null);
        var bodies = await published.SelectMany(c => c.Actors).Select(a => a.Organization).Distinct().ToListAsync(ct);
        var used = (await published.Select(c => c.Text.Sdgs).ToListAsync(ct)).SelectMany(codes => codes).Select(code => code.Split('.')[0]).ToHashSet();
        var goals = await db.DevelopmentGoals.AsNoTracking()
            .Where(g => used.Contains(g.Code))
            .Select(g => new NamedCode(g.Code, g.TitleEs, g.TitleEn))
            .ToListAsync(ct);
        return new FilterChoices
        {
            Plans = [.. heads.Select(plan => new PlanChoice(plan.Slug, plan.Title))],
            Axes = [.. heads.SelectMany(plan => plan.Axes).Select(axis => axis.Title).Distinct()],
            Bodies = [.. bodies.Order(StringComparer.CurrentCulture)],
            Sdgs = [.. used.Select(code => goals.Find(g => g.Code == code) ?? new NamedCode(code, code, code)).OrderBy(g => g.Code.Length).ThenBy(g => g.Code, StringComparer.Ordinal)],
        };
    }
}

public sealed record FilterChoices
{
    public IReadOnlyList<PlanChoice> Plans { get; init; } = [];
    public IReadOnlyList<string> Axes { get; init; } = [];
    public IReadOnlyList<string> Bodies { get; init; } = [];
    public IReadOnlyList<NamedCode> Sdgs { get; init; } = [];
}

public sealed record PlanChoice(string Slug, string Title);

/// <summary>A code with its meaning in both languages.</summary>
public sealed record NamedCode(string Code, string TitleEs, string TitleEn);
