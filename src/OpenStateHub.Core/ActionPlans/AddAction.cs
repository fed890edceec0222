using Microsoft.EntityFrameworkCore;
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

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var commitment = await db.Commitments
            .Include(c => c.Plan)
            .Include(c => c.Actions)
            .Include(c => c.Activities)
            .AsSplitQuery()
            .SingleAsync(c => c.Id == input.CommitmentId, ct);

        if (commitment.Add(new CommitmentAction { Id = input.Id, Title = input.Title.Trim() }, input.Weight) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
