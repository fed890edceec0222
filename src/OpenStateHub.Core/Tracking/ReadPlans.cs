using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Tracking;

/// <summary>The place's public plans, the one that binds today first and then the latest: a draft is nobody's to read.</summary>
public sealed class ReadPlans(HubDbContext db)
{
    public async Task<IReadOnlyList<PlanHead>> ExecuteAsync(CancellationToken ct)
    {
        var plans = await Heads(db.ActionPlans.Where(p => p.PublishedOn != null), DateOnly.MinValue).ToListAsync(ct);
        return [.. plans.OrderByDescending(p => p.IsCurrent).ThenByDescending(p => p.PublishedOn).ThenBy(p => p.Slug, StringComparer.Ordinal)];
    }

    /// <summary>A plan that is not public yet, as if it were published on that day: for those who work on it, and for nobody else.</summary>
    internal async Task<PlanHead?> PreviewAsync(string slug, DateOnly on, CancellationToken ct) =>
        await Heads(db.ActionPlans.Where(p => p.Slug == slug && p.PublishedOn == null), on).SingleOrDefaultAsync(ct) is { } head
            ? head with { Status = PlanStatus.Published }
            : null;

    private static IQueryable<PlanHead> Heads(IQueryable<ActionPlan> plans, DateOnly previewOn) =>
        plans.AsNoTracking()
            .Select(p => new PlanHead
            {
                Id = p.Id,
                Slug = p.Slug,
                Title = p.Title,
                Summary = p.Summary,
                Note = p.Note,
                Status = p.Status,
                StartsOn = p.StartsOn,
                EndsOn = p.EndsOn,
                ConsultationOn = p.ConsultationOn,
                ApprovedBy = p.ApprovedBy,
                ApprovedOn = p.ApprovedOn,
                PublishedOn = p.PublishedOn ?? previewOn,
                PublishedIsBound = p.PublishedIsBound,
                ImplementationOn = p.ImplementationOn,
                ClosedOn = p.ClosedOn,
                EvaluatedOn = p.EvaluatedOn,
                CounterpartCallResult = p.CounterpartCall == null ? null : p.CounterpartCall.Result,
                IsTranscription = p.IsTranscription,
                Source = p.Source,
                IsDemonstration = p.IsDemonstration,
                Axes = p.Axes.OrderBy(a => a.Position).Select(a => new AxisHead(a.Id, a.Title)).ToList(),
            });
}

/// <summary>A public plan without its commitments.</summary>
public sealed record PlanHead
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public string? Summary { get; init; }

    /// <summary>What a reader must know about its sources.</summary>
    public string? Note { get; init; }

    public required PlanStatus Status { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public DateOnly? ConsultationOn { get; init; }
    public AgreementNumber? ApprovedBy { get; init; }
    public DateOnly? ApprovedOn { get; init; }
    public required DateOnly PublishedOn { get; init; }

    /// <summary>Only the day by which it was public is known.</summary>
    public bool PublishedIsBound { get; init; }

    public DateOnly? ImplementationOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DateOnly? EvaluatedOn { get; init; }

    /// <summary>What came of the public call for a civil-society counterpart; null where the plan has its counterparts.</summary>
    public string? CounterpartCallResult { get; init; }

    public bool IsTranscription { get; init; }
    public string? Source { get; init; }
    public bool IsDemonstration { get; init; }
    public IReadOnlyList<AxisHead> Axes { get; init; } = [];

    /// <summary>Whether it binds: a transcription is of a plan whose period is over.</summary>
    public bool IsCurrent => !IsTranscription && Status is PlanStatus.Published or PlanStatus.InImplementation;
}

public sealed record AxisHead(Guid Id, string Title);
