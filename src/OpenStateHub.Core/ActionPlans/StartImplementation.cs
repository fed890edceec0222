namespace OpenStateHub.Core.ActionPlans;

public sealed class StartImplementation(TakePublicStep take)
{
    /// <param name="on">Null: today.</param>
    public Task<Refusal?> ExecuteAsync(Guid planId, DateOnly? on, CancellationToken ct) =>
        take.ExecuteAsync(planId, PlanActs.ImplementationStarted, on, (plan, day, today) => plan.StartImplementation(day, today), ct);
}
