using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One plan as it stands, for those who work on it: draft or not.</summary>
public sealed class FindPlanWork(HubDbContext db)
{
    /// <returns>Null where the place has no such plan.</returns>
    public Task<Result?> ExecuteAsync(string slug, CancellationToken ct) =>
        db.ActionPlans
            .Where(p => p.Slug == slug)
            .Select(p => new Result
            {
                Id = p.Id,
                Slug = p.Slug,
                Title = p.Title,
                Summary = p.Summary,
                Status = p.Status,
                StartsOn = p.StartsOn,
                EndsOn = p.EndsOn,
                IsTranscription = p.IsTranscription,
                IsDemonstration = p.IsDemonstration,
                ApprovedBy = p.ApprovedBy,
                ApprovedOn = p.ApprovedOn,
                PublishedOn = p.PublishedOn,
                Call = p.CounterpartCall,
                Revision = p.Revision,
                Axes = p.Axes.OrderBy(a => a.Position).Select(a => new AxisPart
                {
                    Id = a.Id,
                    Title = a.Title,
                    Commitments = p.Commitments.Where(c => c.AxisId == a.Id).OrderBy(c => c.Number).Select(c => new CommitmentPart
                    {
                        Id = c.Id,
                        Slug = c.Slug,
                        Number = c.Number,
                        Title = c.Text.Title,
                        Actions = c.Actions.OrderBy(x => x.Position).Select(x => new ActionPart { Id = x.Id, Title = x.Title }).ToList(),
                        Activities = c.Activities.OrderBy(x => x.Action!.Position).ThenBy(x => x.Position).Select(x => new ActivityPart
                        {
                            Id = x.Id,
                            ActionId = x.ActionId,
                            Action = x.Action!.Title,
                            Description = x.Description,
                            DueOn = x.DueOn,
                            Weight = x.Weight,
                        }).ToList(),
                    }).ToList(),
                }).ToList(),
            })
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string? Summary { get; init; }
        public required PlanStatus Status { get; init; }
        public required DateOnly? StartsOn { get; init; }
        public required DateOnly? EndsOn { get; init; }
        public required bool IsTranscription { get; init; }
        public required bool IsDemonstration { get; init; }
        public required AgreementNumber? ApprovedBy { get; init; }
        public required DateOnly? ApprovedOn { get; init; }
        public required DateOnly? PublishedOn { get; init; }

        /// <summary>The public call for a counterpart; null where none was made.</summary>
        public required CounterpartCall? Call { get; init; }

        public required int Revision { get; init; }
        public required IReadOnlyList<AxisPart> Axes { get; init; }

        /// <summary>Text, dates and weights may still change.</summary>
        public bool IsOpen => Status < PlanStatus.Approved;

        public PlanHead Head => new(Title, Summary, StartsOn, EndsOn);

        public IEnumerable<CommitmentPart> Commitments => Axes.SelectMany(axis => axis.Commitments);
    }

    public sealed record AxisPart
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
        public required IReadOnlyList<CommitmentPart> Commitments { get; init; }
    }

    public sealed record CommitmentPart
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required int Number { get; init; }
        public required string Title { get; init; }
        public required IReadOnlyList<ActionPart> Actions { get; init; }
        public required IReadOnlyList<ActivityPart> Activities { get; init; }
    }

    public sealed record ActionPart
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }
    }

    public sealed record ActivityPart
    {
        public required Guid Id { get; init; }
        public required Guid? ActionId { get; init; }
        public required string? Action { get; init; }
        public required string Description { get; init; }
        public required DateOnly? DueOn { get; init; }

        /// <summary>Hundredths of a percent of its action, or of its commitment.</summary>
        public required int Weight { get; init; }
    }
}
