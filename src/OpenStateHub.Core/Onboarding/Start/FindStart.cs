using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>How far the place of this scope has come with its start. It follows from facts; only what somebody left for later is stored.</summary>
public sealed class FindStart(HubDbContext db, TenantContext tenant, IEnumerable<IStartFacts> facts)
{
    public async Task<Result> ExecuteAsync(CancellationToken ct)
    {
        var skipped = await db.StartSkips.Select(skip => skip.Step).ToListAsync(ct);
        var known = new Dictionary<StartStep, StartFact>();

        foreach (var source in facts)
        {
            foreach (var fact in await source.ReadAsync(ct))
            {
                known[fact.Step] = fact;
            }
        }

        return new Result(
            [.. StartSteps.Of(tenant.Current.Kind).Select(step => RowOf(known.GetValueOrDefault(step) ?? StartFact.Of(step, isDone: false), skipped))],
            skipped.Contains(StartSkip.Everything));
    }

    /// <summary>
    /// Whether the start is no longer the administrator's home: it is done or put aside, or the place published a plan and has begun, whatever it left out.
    /// </summary>
    public async Task<bool> IsOverAsync(CancellationToken ct)
    {
        var place = tenant.Current;
        return place.IsNational
            || await db.StartSkips.AnyAsync(skip => skip.Step == StartSkip.Everything, ct)
            || await db.PublishedTenants.AnyAsync(row => row.TenantId == place.Id && row.PlanPublishedOn != null, ct)
            || (await ExecuteAsync(ct)).Next is null;
    }

    private static StartFact RowOf(StartFact fact, List<string> skipped) =>
        fact.State is StepState.Open && skipped.Contains(fact.Step.ToString()) ? fact with { State = StepState.Skipped } : fact;

    /// <param name="IsPutAside">Somebody said that the start is not what they want to see first.</param>
    public sealed record Result(IReadOnlyList<StartFact> Steps, bool IsPutAside)
    {
        public int Done => Steps.Count(step => step.State is StepState.Done);

        /// <summary>What is proposed now: the first open step, else one that has begun. Null: nothing is left but what was skipped.</summary>
        public StartFact? Next => Steps.FirstOrDefault(step => step.State is StepState.Open) ?? Steps.FirstOrDefault(step => step.State is StepState.Going);

        public StartFact? Find(StartStep step) => Steps.FirstOrDefault(fact => fact.Step == step);
    }
}
