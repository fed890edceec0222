using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>One commitment of any plan with its actions and activities, for those who work on them.</summary>
public sealed class FindCommitmentParts(HubDbContext db)
{
    /// <returns>Null where the plan has no such commitment.</returns>
    public Task<Result?> ExecuteAsync(string planSlug, string commitmentSlug, CancellationToken ct) =>
        db.Commitments
            .Where(c => c.Slug == commitmentSlug && c.Plan!.Slug == planSlug)
            .Select(c => new Result
            {
                Id = c.Id,
                Slug = c.Slug,
                Number = c.Number,
                Title = c.Text.Title,
                StartsOn = c.Text.StartsOn ?? c.Plan!.StartsOn,
                EndsOn = c.Text.EndsOn ?? c.Plan!.EndsOn,
                PlanSlug = c.Plan!.Slug,
                PlanTitle = c.Plan.Title,
                PlanStatus = c.Plan.Status,
                PlanRevision = c.Plan.Revision,
                Lead = c.Actors.Where(a => a.Role == ActorRole.Lead).OrderBy(a => a.Id).Select(a => a.Organization).FirstOrDefault(),
                Counterpart = c.Actors.Where(a => a.Role == ActorRole.CivilSocietyCounterpart).OrderBy(a => a.Id).Select(a => a.Organization).FirstOrDefault(),
                Actions = c.Actions.OrderBy(a => a.Position).ThenBy(a => a.Id)
                    .Select(a => new ActionPart { Id = a.Id, Title = a.Title, Weight = a.Weight, Revision = a.Revision }).ToList(),
                Activities = c.Activities.OrderBy(a => a.Position).ThenBy(a => a.Id).Select(a => new ActivityPart
                {
                    Id = a.Id,
                    ActionId = a.ActionId,
                    Weight = a.Weight,
                    Revision = a.Revision,
                    Text = new ActivityText
                    {
                        Description = a.Description,
                        GovernmentOwner = a.GovernmentOwner,
                        CivilSocietyOwner = a.CivilSocietyOwner,
                        StartsOn = a.StartsOn,
                        DueOn = a.DueOn,
                        Deliverable = a.Deliverable,
                        MeansOfVerification = a.MeansOfVerification,
                    },
                }).ToList(),
            })
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    public sealed record Result
    {
        public required Guid Id { get; init; }
        public required string Slug { get; init; }
        public required int Number { get; init; }
        public required string Title { get; init; }

        /// <summary>Its own first day, or the plan's.</summary>
        public required DateOnly? StartsOn { get; init; }

        public required DateOnly? EndsOn { get; init; }
        public required string PlanSlug { get; init; }
        public required string PlanTitle { get; init; }
        public required PlanStatus PlanStatus { get; init; }
        public required int PlanRevision { get; init; }
        public required string? Lead { get; init; }
        public required string? Counterpart { get; init; }
        public required IReadOnlyList<ActionPart> Actions { get; init; }

        /// <summary>In their order, those of all actions.</summary>
        public required IReadOnlyList<ActivityPart> Activities { get; init; }

        /// <summary>Text, dates and weights may change until the secretariat approved them.</summary>
        public bool IsOpen => PlanStatus < PlanStatus.Approved;

        /// <summary>By action, in their order; one group without an action where the commitment has none.</summary>
        public IEnumerable<(ActionPart? Action, List<ActivityPart> Activities)> Groups => Actions.Count > 0
            ? Actions.Select(action => ((ActionPart?)action, Activities.Where(a => a.ActionId == action.Id).ToList()))
            : [(null, [.. Activities])];
    }

    public sealed record ActionPart
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>Hundredths of a percent of its commitment.</summary>
        public required int Weight { get; init; }

        public required int Revision { get; init; }
    }

    public sealed record ActivityPart
    {
        public required Guid Id { get; init; }
        public required Guid? ActionId { get; init; }

        /// <summary>Hundredths of a percent of its action, or of its commitment.</summary>
        public required int Weight { get; init; }

        public required int Revision { get; init; }
        public required ActivityText Text { get; init; }
    }
}
