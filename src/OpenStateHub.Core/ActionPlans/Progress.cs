namespace OpenStateHub.Core.ActionPlans;

/// <summary>
/// The two figures that stand side by side everywhere, from 0 to 100 and not rounded for display; null where there is nothing to measure.
/// </summary>
/// <param name="Counted">How many parts the figures rest on: the k of "k de n".</param>
/// <param name="Total">How many parts there are to count: the n of "k de n".</param>
public readonly record struct Progress(decimal? Reported, decimal? Verified, int Counted, int Total)
{
    // Every level divides once and keeps this many places, so that sums of its results are exact and their order changes nothing.
    private const int Places = 12;

    public static readonly Progress None = new(null, null, 0, 0);

    /// <summary>An action, or a commitment without actions: the weighted mean of its activities.</summary>
    public static Progress OfActivities(IReadOnlyCollection<ActivityState> activities) =>
        Mean(activities.Select(a => new Part(a.Weight, a.Reported, a.Verified)), activities.Count);

    /// <summary>A commitment with actions: their weighted mean. An action without activities has no value and no part in it.</summary>
    public static Progress OfActions(IReadOnlyCollection<WeightedProgress> actions) =>
        Mean(actions.Where(a => a.Progress.Reported is not null).Select(a => new Part(a.Weight, a.Progress.Reported!.Value, a.Progress.Verified!.Value)), actions.Count);

    /// <summary>An axis or a plan: the plain mean of its commitments that have a value. Proactive ones and those left out by agreement change nothing.</summary>
    public static Progress OfCommitments(IEnumerable<CommitmentProgress> commitments)
    {
        var counting = commitments.Where(c => c is { IsProactive: false, IsLeftOut: false }).ToList();
        return Mean(
            counting.Where(c => c.Progress.Reported is not null).Select(c => new Part(1, c.Progress.Reported!.Value, c.Progress.Verified!.Value)),
            counting.Count);
    }

    /// <summary>A commitment from all its activities, those under actions too.</summary>
    public static Progress OfCommitment(IReadOnlyCollection<PlacedActivity> activities) =>
        activities.All(a => a.ActionId is null)
            ? OfActivities(activities.Select(a => a.State).ToList())
            : OfActions(activities
                .GroupBy(a => (a.ActionId, a.ActionWeight))
                .Select(action => new WeightedProgress(action.Key.ActionWeight, OfActivities(action.Select(a => a.State).ToList())))
                .ToList());

    /// <summary>
    /// The state of a commitment, derived from its activities; null where it has none. It is complete only when all of them are: one open activity
    /// keeps it in progress. It is verified when all of them are and the secretariat decided so (domain rules, section 6).
    /// </summary>
    /// <param name="isWithdrawn">Whether the commitment itself was withdrawn by agreement.</param>
    /// <param name="isDecided">Whether the secretariat found all of it done.</param>
    public static ActivityStatus? StatusOf(IReadOnlyCollection<ActivityStatus> activities, bool isWithdrawn, bool isDecided)
    {
        bool All(params ReadOnlySpan<ActivityStatus> wanted)
        {
            foreach (var status in activities)
            {
                if (!wanted.Contains(status))
                {
                    return false;
                }
            }

            return true;
        }

        return isWithdrawn ? ActivityStatus.Withdrawn
            : activities.Count == 0 ? null
            : isDecided && All(ActivityStatus.Verified) ? ActivityStatus.Verified
            : All(ActivityStatus.Complete, ActivityStatus.Verified) ? ActivityStatus.Complete
            : All(ActivityStatus.NotStarted) ? ActivityStatus.NotStarted
            : All(ActivityStatus.Withdrawn) ? ActivityStatus.Withdrawn
            : All(ActivityStatus.Complete, ActivityStatus.Verified, ActivityStatus.NotFulfilled, ActivityStatus.Withdrawn) ? ActivityStatus.NotFulfilled
            : ActivityStatus.InProgress;
    }

    private static Progress Mean(IEnumerable<Part> parts, int total)
    {
        var (weight, reported, verified, counted) = (0L, 0m, 0m, 0);

        foreach (var part in parts)
        {
            weight += part.Weight;
            reported += part.Weight * part.Reported;
            verified += part.Weight * part.Verified;
            counted++;
        }

        return weight == 0
            ? None with { Total = total }
            : new Progress(Math.Round(reported / weight, Places), Math.Round(verified / weight, Places), counted, total);
    }

    private readonly record struct Part(int Weight, decimal Reported, decimal Verified);
}

/// <param name="Weight">Hundredths of a percent among its siblings.</param>
public readonly record struct WeightedProgress(int Weight, Progress Progress);

public readonly record struct CommitmentProgress(Progress Progress, bool IsProactive, bool IsLeftOut);

/// <summary>An activity with the action that it stands under, or null and 0 where its commitment has no actions.</summary>
public readonly record struct PlacedActivity(Guid? ActionId, int ActionWeight, ActivityState State);
