namespace OpenStateHub.Core.ActionPlans;

public sealed class ClosePlan(TakePublicStep take)
{
    /// <param name="on">Null: today.</param>
    public Task<Refusal?> ExecuteAsync(Guid planId, DateOnly? on, CancellationToken ct) =>
        take.ExecuteAsync(planId, PlanActs.PlanClosed, on, (plan, day, today) => plan.Close(day, today), ct);
}
