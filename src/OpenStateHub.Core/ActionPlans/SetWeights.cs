using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Weighs all children of one parent anew.</summary>
public sealed class SetWeights(HubDbContext db)
{
    public sealed record Input
    {
        public required Guid CommitmentId { get; init; }

        /// <summary>The action whose activities are weighed; null for the children of the commitment itself.</summary>
        public Guid? ActionId { get; init; }

        /// <summary>The weights that the person saw: who weighs from others, or other children, is told so.</summary>
        public required IReadOnlyDictionary<Guid, int> Seen { get; init; }

        /// <summary>Hundredths of a percent, together exactly 10,000.</summary>
        public required IReadOnlyDictionary<Guid, int> Weights { get; init; }
    }

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) =>
        db.ChangeCommitmentAsync(input.CommitmentId, CommitmentRefusals.Removed, commitment => Task.FromResult(Set(commitment, input)), ct);

    private static Refusal? Set(Commitment commitment, Input input)
    {
        var now = commitment.WeightsOf(input.ActionId);
        return now.Count != input.Seen.Count || now.Any(weight => input.Seen.GetValueOrDefault(weight.Key) != weight.Value)
            ? throw new DbUpdateConcurrencyException("The children of the commitment were weighed anew since the person saw them.")
            : commitment.SetWeights(input.ActionId, input.Weights);
    }
}
