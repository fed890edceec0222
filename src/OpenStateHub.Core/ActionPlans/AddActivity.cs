using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class AddActivity(HubDbContext db)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid CommitmentId { get; init; }

        /// <summary>The action that it belongs to; null where its commitment has none.</summary>
        public Guid? ActionId { get; init; }

        public required string Description { get; init; }
        public string? GovernmentOwner { get; init; }
        public string? CivilSocietyOwner { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? DueOn { get; init; }
        public string? Deliverable { get; init; }
        public IReadOnlyList<string> MeansOfVerification { get; init; } = [];

        /// <summary>Hundredths of a percent of its action, or of its commitment; null for equal shares.</summary>
        public int? Weight { get; init; }

        public string? Source { get; init; }
        public bool IsDemonstration { get; init; }
    }

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) =>
        db.ChangeCommitmentAsync(input.CommitmentId, CommitmentRefusals.Removed, commitment => Task.FromResult(Add(commitment, input)), ct);

    private static Refusal? Add(Commitment commitment, Input input)
    {
        var action = commitment.Actions.SingleOrDefault(a => a.Id == input.ActionId);

        if (action is null && input.ActionId is not null)
        {
            return CommitmentRefusals.ActionOfAnotherCommitment;
        }

        if (commitment.Activities.Any(a => a.Id == input.Id))
        {
            return ActivityRefusals.AlreadyAdded;
        }

        var activity = new Activity
        {
            Id = input.Id,
            Description = input.Description.Tidy() ?? "",
            GovernmentOwner = input.GovernmentOwner.Tidy(),
            CivilSocietyOwner = input.CivilSocietyOwner.Tidy(),
            StartsOn = input.StartsOn,
            DueOn = input.DueOn,
            Deliverable = input.Deliverable.Tidy(),
            MeansOfVerification = [.. input.MeansOfVerification.Select(means => means.Tidy()).OfType<string>()],
            Source = input.Source,
            IsDemonstration = input.IsDemonstration,
        };

        return commitment.Add(activity, action, input.Weight);
    }
}
