using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Core.Tests.Observatory;

public sealed class MetricSeriesTests
{
    private static readonly DateOnly Today = new(2016, 6, 30);

    [Fact]
    public void A_place_that_has_nothing_is_missing_and_never_zero() => Assert.Empty(MetricSeries.Of(new PlaceFacts(), Today));

    [Fact]
    public void A_figure_has_a_point_only_where_it_changed()
    {
        var place = new PlaceFacts { Plans = [Plan(Activity(due: new(2016, 1, 31), Reported(new(2016, 1, 10), 50), Reported(new(2016, 2, 1), 50)))] };

        Assert.Equal(
            [(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2016, 1, 10), 50m)],
            PointsOf("progress.reported", place));
    }

    [Fact]
    public void An_activity_is_late_from_the_day_after_it_was_due_until_it_is_done()
    {
        var done = new ActivityStep(new(2016, 3, 1), new ActivityState(10_000, ActivityStatus.Complete, 50, new(2016, 1, 31), new(2016, 2, 28)));
        var place = new PlaceFacts { Plans = [Plan(Activity(due: new(2016, 1, 31), done))] };

        Assert.Equal(
            [(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2016, 2, 1), 1m), (new DateOnly(2016, 3, 1), 0m)],
            PointsOf("activities.late", place));
    }

    [Fact]
    public void What_a_withdrawn_commitment_left_undone_is_no_longer_late()
    {
        var plan = Plan(Activity(due: new(2016, 1, 31)));
        var place = new PlaceFacts { Plans = [plan with { Commitments = [plan.Commitments[0] with { WithdrawnOn = new(2016, 3, 1) }] }] };

        Assert.Equal(
            [(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2016, 2, 1), 1m), (new DateOnly(2016, 3, 1), 0m)],
            PointsOf("activities.late", place));
    }

    [Fact]
    public void A_closed_plan_leaves_the_progress_but_stays_in_the_count()
    {
        var place = new PlaceFacts { Plans = [Plan(Activity(due: null)) with { ClosedOn = new(2016, 5, 1) }] };

        Assert.Equal([(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2016, 5, 1), null)], PointsOf("progress.verified", place));
        Assert.Equal([(new DateOnly(2015, 8, 25), 1m)], PointsOf("plans.published", place));
    }

    [Fact]
    public void Proactive_commitments_count_on_their_own_line_only()
    {
        var plan = Plan(Activity(due: null));
        var place = new PlaceFacts { Plans = [plan with { Commitments = [.. plan.Commitments, plan.Commitments[0] with { IsProactive = true }] }] };

        Assert.Equal([(new DateOnly(2015, 8, 25), 1m)], PointsOf("commitments.total", place));
        Assert.Equal([(new DateOnly(2015, 8, 25), 1m)], PointsOf("commitments.proactive", place));
    }

    [Fact]
    public void A_commitment_counts_as_verified_from_the_day_of_the_decision_and_not_before()
    {
        var plan = Plan(Activity(due: null, new ActivityStep(new(2015, 10, 1), new ActivityState(10_000, ActivityStatus.Verified, 0, null, new(2015, 9, 1)))));
        var decided = plan with { Commitments = [plan.Commitments[0] with { VerifiedOn = new(2015, 11, 3) }] };

        Assert.Equal([(new DateOnly(2015, 8, 25), 0m)], PointsOf("commitments.verified", new PlaceFacts { Plans = [plan] }));
        Assert.Equal(
            [(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2015, 11, 3), 1m)],
            PointsOf("commitments.verified", new PlaceFacts { Plans = [decided] }));
    }

    [Fact]
    public void An_obstacle_counts_from_its_report_until_the_activity_is_done()
    {
        var plan = Plan(Activity(
            due: new(2015, 10, 1),
            new ActivityStep(new(2015, 11, 1), new ActivityState(10_000, ActivityStatus.InProgress, 40, new(2015, 10, 1), null)) { Obstacle = ObstacleCause.Budget },
            new ActivityStep(new(2015, 12, 1), new ActivityState(10_000, ActivityStatus.Complete, 40, new(2015, 10, 1), new(2015, 12, 1))) { Obstacle = ObstacleCause.Budget }));
        var place = new PlaceFacts { Plans = [plan] };

        Assert.Equal([(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2015, 11, 1), 1m), (new DateOnly(2015, 12, 1), 0m)], PointsOf("obstacles.budget", place));
        Assert.Equal([(new DateOnly(2015, 8, 25), 0m)], PointsOf("obstacles.staff", place));
        Assert.Equal([(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2015, 12, 1), 1m)], PointsOf("activities.unverified", place));
        Assert.Equal([(new DateOnly(2015, 8, 25), 0m), (new DateOnly(2015, 11, 1), 40m), (new DateOnly(2015, 12, 1), 100m)], PointsOf("progress.gap", place));
    }

    [Fact]
    public void The_same_organisation_counts_once_in_one_place()
    {
        var plan = Plan(Activity(due: null));
        var place = new PlaceFacts
        {
            CivilSocietySeats = [new SeatFact("COPARMEX Morelos", new Period(new(2015, 4, 16), null))],
            Plans = [plan with { Commitments = [plan.Commitments[0] with { Counterparts = ["Coparmex Morelos", "UAEM"] }] }],
        };

        Assert.Equal([(new DateOnly(2015, 4, 16), 1m), (new DateOnly(2015, 8, 25), 2m)], PointsOf("organizations.participating", place));
    }

    [Fact]
    public void Nothing_after_today_is_counted() =>
        Assert.Empty(MetricSeries.Of(new PlaceFacts { SecretariatInstalledOn = Today.AddDays(1) }, Today));

    private static List<(DateOnly, decimal?)> PointsOf(string code, PlaceFacts place) =>
        [.. MetricSeries.Of(place, Today).Where(p => p.Code == code).Select(p => (p.AsOf, p.Figure?.Value))];

    private static PlanFact Plan(params ActivityFact[] activities) => new()
    {
        PublishedOn = new(2015, 8, 25),
        Commitments = [new CommitmentFact { IsProactive = false, Counterparts = [], Activities = activities }],
    };

    private static ActivityFact Activity(DateOnly? due, params ActivityStep[] steps) =>
        new(null, 0, new ActivityState(10_000, ActivityStatus.NotStarted, 0, due, null), steps);

    private static ActivityStep Reported(DateOnly on, int percent) =>
        new(on, new ActivityState(10_000, ActivityStatus.InProgress, percent, new(2016, 1, 31), null));
}
