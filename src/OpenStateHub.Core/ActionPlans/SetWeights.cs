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

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) => db.InOneTransactionAsync(() => SetAsync(input, ct), ct);

    private async Task<Refusal?> SetAsync(Input input, CancellationToken ct)
    {
        if (await db.LockCommitmentAsync(input.CommitmentId, ct) is not { } commitment)
        {
            return CommitmentRefusals.Removed;
        }

        var now = commitment.WeightsOf(input.ActionId);

        if (now.Count != input.Seen.Count || now.Any(weight => input.Seen.GetValueOrDefault(weight.Key) != weight.Value))
        {
            throw new DbUpdateConcurrencyException("The children of the commitment were weighed anew since the person saw them.");
        }

        if (commitment.SetWeights(input.ActionId, input.Weights) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
