using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.ActionPlans.Roadmaps;

/// <summary>The changes of one plan that were proposed or made, with what each says in words, the latest first.</summary>
public sealed class ReadRoadmapChanges(HubDbContext db)
{
    /// <param name="drafts">Also those that are not public: for those who put them together.</param>
    /// <param name="id">Of one change; null: all.</param>
    public async Task<IReadOnlyList<RoadmapChangeRow>> ExecuteAsync(Guid planId, bool drafts, Guid? id, CancellationToken ct)
    {
        var changes = await db.RoadmapChanges.AsNoTracking()
            .Include(c => c.Items)
            .Where(c => c.PlanId == planId && (id == null || c.Id == id) && (drafts || c.Status != RoadmapChangeStatus.Draft))
            .OrderByDescending(c => c.Id)
            .ToListAsync(ct);

        if (changes.Count == 0)
        {
            return [];
        }

        var ids = changes.ConvertAll(c => (Guid?)c.Id);
        var parts = await PartsAsync(planId, ct);
        var votes = (await db.Decisions.AsNoTracking()
                .Where(d => d.Matter == Matter.ChangeRoadmap && ids.Contains(d.SubjectId))
                .OrderBy(d => d.OpenedAt)
                .Select(d => new { d.SubjectId, Vote = new RoadmapVote(d.Id, d.Outcome, d.DecidedOn) })
                .ToListAsync(ct))
            .ToLookup(d => d.SubjectId, d => d.Vote);
        var versions = await db.PlanVersions.AsNoTracking().Where(v => ids.Contains(v.ChangeId)).ToDictionaryAsync(v => v.ChangeId!.Value, v => v.Number, ct);
        return changes.ConvertAll(c => new RoadmapChangeRow
        {
            Id = c.Id,
            Title = c.Title,
            Reason = c.Reason,
            Status = c.Status,
            ProposedOn = c.ProposedOn,
            Office = c.Office,
            ApprovedOn = c.ApprovedOn,
            Agreement = c.Agreement,
            DroppedOn = c.DroppedOn,
            DropReason = c.DropReason,
            IsDemonstration = c.IsDemonstration,
            Version = versions.TryGetValue(c.Id, out var number) ? number : null,
            Vote = votes[c.Id].LastOrDefault(),
            Parts =
            [
                .. c.Items.GroupBy(item => new RoadmapPart(item.CommitmentId, item.ActionId, item.ActivityId))
                    .Select(part => parts[part.Key] with { Values = [.. part.OrderBy(item => item.Field).Select(item => new RoadmapValueRow(item.Field, item.Before, item.After))] })
                    .OrderBy(part => part.Number).ThenBy(part => part.ActionPosition).ThenBy(part => part.ActivityPosition),
            ],
        });
    }

    private async Task<Dictionary<RoadmapPart, RoadmapPartRow>> PartsAsync(Guid planId, CancellationToken ct)
    {
        var commitments = await db.Commitments.AsNoTracking()
            .Where(c => c.PlanId == planId)
            .Select(c => new
            {
                c.Id,
                c.Slug,
                c.Number,
                Title = c.Text.ShortTitle ?? c.Text.Title,
                Actions = c.Actions.Select(a => new { a.Id, a.Title, a.Position }).ToList(),
                Activities = c.Activities.Select(a => new { a.Id, a.Description, a.Position, ActionPosition = (int?)a.Action!.Position }).ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(ct);
        var found = new Dictionary<RoadmapPart, RoadmapPartRow> { [new(null)] = new() };

        foreach (var c in commitments)
        {
            var row = new RoadmapPartRow { CommitmentId = c.Id, Slug = c.Slug, Number = c.Number, Commitment = c.Title };
            found[new(c.Id)] = row;
            c.Actions.ForEach(a => found[new(c.Id, ActionId: a.Id)] = row with { ActionId = a.Id, Child = a.Title, ActionPosition = a.Position });
            c.Activities.ForEach(a => found[new(c.Id, ActivityId: a.Id)] =
                row with { ActivityId = a.Id, Child = a.Description, ActionPosition = a.ActionPosition ?? 0, ActivityPosition = a.Position });
        }

        return found;
    }
}

public sealed record RoadmapChangeRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Reason { get; init; }
    public required RoadmapChangeStatus Status { get; init; }
    public DateOnly? ProposedOn { get; init; }
    public string? Office { get; init; }
    public DateOnly? ApprovedOn { get; init; }
    public AgreementNumber? Agreement { get; init; }
    public DateOnly? DroppedOn { get; init; }
    public string? DropReason { get; init; }
    public bool IsDemonstration { get; init; }

    /// <summary>The version that it made; null where it made none.</summary>
    public int? Version { get; init; }

    /// <summary>The latest vote on it; null where there was none.</summary>
    public RoadmapVote? Vote { get; init; }

    /// <summary>What it changes: the plan itself first, then by commitment.</summary>
    public IReadOnlyList<RoadmapPartRow> Parts { get; init; } = [];

    /// <summary>How many values it changes.</summary>
    public int Values => Parts.Sum(part => part.Values.Count);

    public bool IsInVote => Vote?.Outcome is DecisionOutcome.Open;
}

public sealed record RoadmapVote(Guid DecisionId, DecisionOutcome Outcome, DateOnly? DecidedOn);

/// <summary>A part of the plan with the values that change; of the plan itself where it has no commitment.</summary>
public sealed record RoadmapPartRow
{
    public Guid? CommitmentId { get; init; }
    public Guid? ActionId { get; init; }
    public Guid? ActivityId { get; init; }
    public string? Slug { get; init; }
    public int Number { get; init; }
    public string? Commitment { get; init; }

    /// <summary>The title of the action or what the activity is; null where the commitment itself changes.</summary>
    public string? Child { get; init; }

    public int ActionPosition { get; init; } = -1;
    public int ActivityPosition { get; init; } = -1;
    public IReadOnlyList<RoadmapValueRow> Values { get; init; } = [];
}

/// <param name="Before">As <see cref="RoadmapItem"/> keeps it.</param>
public sealed record RoadmapValueRow(RoadmapField Field, string? Before, string? After);
