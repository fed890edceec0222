using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Duties;

namespace OpenStateHub.Core.Observatory;

/// <summary>
/// Every figure that a place computes and the country adds up, in the order in which pages show them. Codes are a contract of the API.
/// </summary>
public static class MetricRegistry
{
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("exercises.running", Aggregation.Sum, IsPercent: false, (place, day) =>
            place.Exercises.Any(e => e.Holds(day)) ? new Figure(1) : null, "published.exercises"),
        new("secretariats.installed", Aggregation.Sum, IsPercent: false, (place, day) =>
            place.SecretariatInstalledOn <= day ? new Figure(1) : null, "published.secretariats"),
        new("plans.published", Aggregation.Sum, IsPercent: false, (place, day) =>
            Count(place.Plans.Count(p => p.IsPublishedOn(day))), "published.plans"),
        new("commitments.total", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPublished(place, day, plans => Commitments(plans, proactive: false).Count()), "published.commitments"),
        new("commitments.proactive", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPublished(place, day, plans => Commitments(plans, proactive: true).Count())),
        new("commitments.verified", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPublished(place, day, plans => Commitments(plans, proactive: false).Count(c => c.IsVerifiedOn(day)))),
        new("progress.reported", Aggregation.RatioOfSums, IsPercent: true, (place, day) =>
            MeanOfCommitments(place, day, p => p.Reported)),
        new("progress.verified", Aggregation.RatioOfSums, IsPercent: true, (place, day) =>
            MeanOfCommitments(place, day, p => p.Verified)),
        new("activities.late", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPlansInForce(place, day, plans => plans.Sum(p => p.Commitments.Sum(c => c.LateOn(day))))),
        new("activities.unverified", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPlansInForce(place, day, plans => plans.Sum(p => p.Commitments.Sum(c => c.UnverifiedOn(day))))) { IsDetail = true },
        new("progress.gap", Aggregation.RatioOfSums, IsPercent: true, (place, day) =>
            MeanOfCommitments(place, day, p => p.Reported - p.Verified)) { IsDetail = true },
        .. Enum.GetValues<ObstacleCause>().Select(cause => new Metric($"obstacles.{cause.ToString().ToLowerInvariant()}", Aggregation.Sum, IsPercent: false, (place, day) =>
            OfPlansInForce(place, day, _ => place.ObstaclesOn(day, cause))) { IsDetail = true }),
        new("organizations.participating", Aggregation.Sum, IsPercent: false, (place, day) =>
            Count(Organizations(place, day).Count()), "published.organizations"),
        new("duties.met", Aggregation.Sum, IsPercent: false, (place, day) => Of(place.Duties.Count(DutyState.Met, day))),
        new("duties.due_soon", Aggregation.Sum, IsPercent: false, (place, day) => Of(place.Duties.Count(DutyState.DueSoon, day))),
        new("duties.overdue", Aggregation.Sum, IsPercent: false, (place, day) => Of(place.Duties.Count(DutyState.Overdue, day))),
    ];

    private static readonly Dictionary<string, Metric> ByCode = All.ToDictionary(metric => metric.Code);

    public static Metric? FindOrNull(string code) => ByCode.GetValueOrDefault(code);

    public static Metric Find(string code) => ByCode[code];

    private static Figure? Count(int found) => found > 0 ? new Figure(found) : null;

    private static Figure? Of(int? counted) => counted is { } found ? new Figure(found) : null;

    // A place without a published plan has no commitments to count: missing, not zero.
    private static Figure? OfPublished(PlaceFacts place, DateOnly day, Func<IEnumerable<PlanFact>, int> count) =>
        place.Plans.Any(p => p.IsPublishedOn(day)) ? new Figure(count(place.Plans.Where(p => p.IsPublishedOn(day)))) : null;

    // A place whose plans are over has nothing under way: missing, not zero.
    private static Figure? OfPlansInForce(PlaceFacts place, DateOnly day, Func<IEnumerable<PlanFact>, int> count) =>
        place.Plans.Any(p => p.IsInForceOn(day)) ? new Figure(count(place.Plans.Where(p => p.IsInForceOn(day)))) : null;

    private static IEnumerable<CommitmentFact> Commitments(IEnumerable<PlanFact> plans, bool proactive) =>
        plans.SelectMany(p => p.Commitments).Where(c => c.IsProactive == proactive);

    /// <summary>Of the plans in force: the sum over their counting commitments, and how many those are.</summary>
    private static Figure? MeanOfCommitments(PlaceFacts place, DateOnly day, Func<ActionPlans.Progress, decimal?> figure)
    {
        var counting = place.Plans
            .Where(p => p.IsInForceOn(day))
            .SelectMany(p => p.Commitments)
            .Select(c => c.ProgressOn(day))
            .Where(c => c is { IsProactive: false, IsLeftOut: false })
            .Select(c => figure(c.Progress))
            .OfType<decimal>()
            .ToList();
        return counting.Count == 0 ? null : new Figure(counting.Sum(), counting.Count);
    }

    private static IEnumerable<string> Organizations(PlaceFacts place, DateOnly day) =>
        place.CivilSocietySeats.Where(s => s.Term.Holds(day)).Select(s => s.Organization)
            .Concat(place.Plans.Where(p => p.IsPublishedOn(day)).SelectMany(p => p.Commitments).SelectMany(c => c.Counterparts))
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
