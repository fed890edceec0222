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

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) => db.ChangeDraftAsync(
        input.PlanId,
        async plan =>
        {
            await db.Entry(plan).Collection(p => p.Axes).LoadAsync(ct);
            return plan.Add(new PlanAxis { Id = input.Id, Title = input.Title.Tidy() ?? "" });
        },
        ct);
}
