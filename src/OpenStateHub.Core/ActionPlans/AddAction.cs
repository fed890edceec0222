using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class AddAction(HubDbContext db)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid CommitmentId { get; init; }
        public required string Title { get; init; }

        /// <summary>Hundredths of a percent of its commitment; null for equal shares.</summary>
        public int? Weight { get; init; }
    }

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) =>
        db.ChangeCommitmentAsync(input.CommitmentId, CommitmentRefusals.Removed, commitment => Task.FromResult(Add(commitment, input)), ct);

    private static Refusal? Add(Commitment commitment, Input input)
    {

        return commitment.Add(new CommitmentAction { Id = input.Id, Title = input.Title.Trim() }, input.Weight);
    }
}
