using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

public sealed class AddAxis(HubDbContext db)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid PlanId { get; init; }
        public required string Title { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var plan = await db.ActionPlans.Include(p => p.Axes).SingleAsync(p => p.Id == input.PlanId, ct);

        if (plan.Add(new PlanAxis { Id = input.Id, Title = input.Title.Trim() }) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
