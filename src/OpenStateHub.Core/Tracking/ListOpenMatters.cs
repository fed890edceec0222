using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>What waits for somebody of the place: plans whose next step is due, and activities that are late. Derived from the facts, never a list of its own.</summary>
public sealed class ListOpenMatters(HubDbContext db, CheckPublishGate gate, TenantContext tenant, TimeProvider clock)
{
    private static readonly PlanStatus[] Waiting = [PlanStatus.Draft, PlanStatus.Consultation, PlanStatus.Approved, PlanStatus.Published];

    /// <param name="plans">Whether the reader takes the steps of plans.</param>
    /// <param name="things">The commitments and activities to look at; null: all.</param>
    public async Task<Found> ExecuteAsync(bool plans, IReadOnlyList<Guid>? things, CancellationToken ct) =>
        new(plans ? await PlansAsync(ct) : [], await LateAsync(things, ct));

    private async Task<IReadOnlyList<PlanRow>> PlansAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var plans = await db.ActionPlans
            .Where(plan => Waiting.Contains(plan.Status) || (plan.Status == PlanStatus.InImplementation && plan.EndsOn < today))
            .OrderBy(plan => plan.StartsOn).ThenBy(plan => plan.Id)
            .Select(plan => new { plan.Id, plan.Slug, plan.Title, plan.Status, plan.IsTranscription })
            .ToListAsync(ct);
        var rows = new List<PlanRow>();

        foreach (var plan in plans)
        {
            var mustPassGate = plan.Status < PlanStatus.Published && !plan.IsTranscription;
            var missing = mustPassGate ? (await gate.ExecuteAsync(plan.Id, ct))?.Items.Count ?? 0 : 0;
            rows.Add(new PlanRow(plan.Slug, plan.Title, plan.Status, plan.IsTranscription, missing));
        }

        return rows;
    }

    private async Task<IReadOnlyList<LateRow>> LateAsync(IReadOnlyList<Guid>? things, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        return await db.Activities
            .Where(activity => activity.DueOn < today
                && (activity.Status == ActivityStatus.NotStarted || activity.Status == ActivityStatus.InProgress)
                && activity.Commitment!.Plan!.PublishedOn != null && activity.Commitment.Plan.ClosedOn == null)
            .Where(activity => things == null || things.Contains(activity.Id) || things.Contains(activity.CommitmentId))
            .GroupBy(activity => new { activity.Commitment!.Slug, activity.Commitment.Text.Title })
            .Select(late => new LateRow
            {
                CommitmentSlug = late.Key.Slug,
                Commitment = late.Key.Title,
                Count = late.Count(),
                DueOn = late.Min(activity => activity.DueOn)!.Value,
            })
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.CommitmentSlug)
            .ToListAsync(ct);
    }

    public sealed record Found(IReadOnlyList<PlanRow> Plans, IReadOnlyList<LateRow> Late);

    /// <param name="Missing">How many things its publish gate still lacks; 0 where none is demanded.</param>
    public sealed record PlanRow(string Slug, string Title, PlanStatus Status, bool IsTranscription, int Missing);

    public sealed record LateRow
    {
        public required string CommitmentSlug { get; init; }
        public required string Commitment { get; init; }

        /// <summary>How many of its activities are late.</summary>
        public required int Count { get; init; }

        /// <summary>When the first of them was due.</summary>
        public required DateOnly DueOn { get; init; }
    }
}
