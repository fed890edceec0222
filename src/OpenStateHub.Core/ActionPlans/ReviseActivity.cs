using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Changes an activity of a plan that is not approved yet. Whoever works from a text that another has changed since is told so.</summary>
public sealed class ReviseActivity(HubDbContext db)
{
    public sealed record Input
    {
        public required Guid ActivityId { get; init; }

        /// <summary>The revision that the person saw.</summary>
        public required int Revision { get; init; }

        public required ActivityText Text { get; init; }

        /// <summary>Its new weight in hundredths of a percent, for which its siblings make room; null where it stays.</summary>
        public int? Weight { get; init; }
    }

    public Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct) => db.ChangeActivityAsync(
        input.ActivityId,
        activity =>
        {
            db.Entry(activity).Property(a => a.Revision).OriginalValue = input.Revision;
            return Task.FromResult(activity.Commitment!.Revise(activity, input.Text, input.Weight));
        },
        ct);
}
