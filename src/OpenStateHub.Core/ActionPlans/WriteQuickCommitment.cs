using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>A commitment with its one activity, and its plan where none was begun, all at once: the short way of a small place.</summary>
public sealed class WriteQuickCommitment(HubDbContext db, DraftPlan draft, AddCommitment addCommitment, AddActivity addActivity)
{
    public sealed record Input
    {
        /// <summary>The plan to begin; null: it is there.</summary>
        public DraftPlan.Input? NewPlan { get; init; }

        public required Guid PlanId { get; init; }

        /// <summary>Made by the caller: a form sent twice adds one commitment.</summary>
        public required Guid Id { get; init; }

        public required string Title { get; init; }
        public string? Problem { get; init; }
        public string? Description { get; init; }

        /// <summary>Owns the activity too.</summary>
        public string? Lead { get; init; }

        /// <summary>Null: there is none.</summary>
        public string? Counterpart { get; init; }

        public OpenGovernmentValue? Value { get; init; }
        public string? Reason { get; init; }
        public required string Activity { get; init; }
        public string? Deliverable { get; init; }
        public DateOnly? DueOn { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (input.NewPlan is { } plan && await draft.ExecuteAsync(plan, ct) is { } noPlan)
        {
            return noPlan;
        }

        // Each command reads the plan by itself, as it does elsewhere.
        db.ChangeTracker.Clear();
        var axis = await db.PlanAxes.Where(a => a.PlanId == input.PlanId).OrderBy(a => a.Position).Select(a => a.Id).FirstOrDefaultAsync(ct);

        if (await addCommitment.ExecuteAsync(CommitmentOf(input, axis), ct) is { } refusal)
        {
            return refusal == CommitmentRefusals.AlreadyAdded ? null : refusal;
        }

        db.ChangeTracker.Clear();

        if (await addActivity.ExecuteAsync(ActivityOf(input), ct) is { } wrong)
        {
            return wrong with { Field = wrong.Field == "description" ? "activity" : wrong.Field };
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    private static AddCommitment.Input CommitmentOf(Input input, Guid axis) => new()
    {
        Id = input.Id,
        PlanId = input.PlanId,
        AxisId = axis,
        Text = new CommitmentText { Title = input.Title, Problem = input.Problem, Description = input.Description },
        Actors =
        [
            .. input.Lead.Tidy() is { } lead ? [new AddCommitment.Actor(ActorRole.Lead, Sector.Government, lead)] : Array.Empty<AddCommitment.Actor>(),
            .. input.Counterpart.Tidy() is { } other ? [new AddCommitment.Actor(ActorRole.CivilSocietyCounterpart, Sector.CivilSociety, other)] : Array.Empty<AddCommitment.Actor>(),
        ],
        Values = input.Value is { } value ? [new AddCommitment.Value(value, input.Reason ?? "")] : [],
    };

    private static AddActivity.Input ActivityOf(Input input) => new()
    {
        CommitmentId = input.Id,
        Description = input.Activity,
        GovernmentOwner = input.Lead,
        CivilSocietyOwner = input.Counterpart,
        DueOn = input.DueOn,
        Deliverable = input.Deliverable,
    };
}
