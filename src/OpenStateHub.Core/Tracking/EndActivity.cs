using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>Ends an activity that will not be completed, by agreement of the secretariat.</summary>
public sealed class EndActivity(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid ActivityId { get; init; }

        /// <summary>NotFulfilled or Withdrawn.</summary>
        public required ActivityStatus Outcome { get; init; }

        public required AgreementNumber? Agreement { get; init; }
        public required string? Reasons { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var activity = await db.LockActivityAsync(input.ActivityId, ct);

        if (activity.End(input.Outcome, input.Agreement, input.Reasons, input.On ?? today, today) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(TrackingActs.Ended, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), activity.EndedOn), ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
