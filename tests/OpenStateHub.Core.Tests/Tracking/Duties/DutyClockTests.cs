using System.Globalization;
using OpenStateHub.Core.Tracking.Duties;

namespace OpenStateHub.Core.Tests.Tracking.Duties;

public sealed class DutyClockTests
{
    private static readonly DateOnly Installed = new(2025, 8, 31);
    private static readonly DutyRule Forum = new(DutyCode.ForumMeets, true, 1, 6, new(2022, 1, 1), "Estándares");
    private static readonly DutyRule Results = new(DutyCode.ResultsPresented, true, 2, 12, new(2022, 1, 1), "Estándares");
    private static readonly DutyRule Completion = new(DutyCode.CompletionAssessed, true, 1, 1, new(2022, 1, 1), "OGP Local");
    private static readonly DutyFacts.Plan Plan = new(Guid.NewGuid(), "2025", "Plan 2025", new(2025, 9, 1), null, null);

    [Theory]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    [InlineData("2023-08-31", 6, "2024-02-29")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-30", 2, "2026-03-30")]
    public void Calendar_months_clamp_to_the_last_day(string start, int months, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), (Forum with { Months = months }).DueAfter(DateOnly.Parse(start, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2025-08-30", DutyState.NotApplicable)]
    [InlineData("2025-08-31", DutyState.InForce)]
    [InlineData("2026-01-28", DutyState.InForce)]
    [InlineData("2026-01-29", DutyState.DueSoon)]
    [InlineData("2026-02-28", DutyState.DueSoon)]
    [InlineData("2026-03-01", DutyState.Overdue)]
    public void Before_the_first_meeting_the_clock_runs_from_the_installation(string day, DutyState state) =>
        Assert.Equal(state, Of(Forum, new DutyFacts { InstalledOn = Installed }, day).State);

    [Fact]
    public void Each_meeting_starts_the_clock_anew()
    {
        var facts = new DutyFacts { InstalledOn = Installed, Sessions = [new(2026, 3, 15), new(2026, 1, 10)] };

        Assert.Equal((DutyState.Met, new DateOnly(2026, 9, 15)), StateAndDue(Of(Forum, facts, "2026-06-01")));
        Assert.Equal((DutyState.Met, new DateOnly(2026, 7, 10)), StateAndDue(Of(Forum, facts, "2026-02-01")));
        Assert.Equal(DutyState.Overdue, Of(Forum, facts, "2026-09-16").State);
    }

    [Fact]
    public void Twice_a_year_needs_two_within_any_twelve_months()
    {
        var facts = new DutyFacts { Plans = [Plan], Presentations = [new(2025, 11, 1)] };
        Assert.Equal((DutyState.InForce, new DateOnly(2026, 9, 1)), StateAndDue(Of(Results, facts, "2026-06-01")));

        facts = facts with { Presentations = [new(2025, 11, 1), new(2026, 5, 1)] };
        Assert.Equal((DutyState.Met, new DateOnly(2026, 11, 1)), StateAndDue(Of(Results, facts, "2026-06-01")));
        Assert.Equal(DutyState.Overdue, Of(Results, facts, "2026-11-02").State);
    }

    [Fact]
    public void A_plan_that_ended_asks_for_no_more_results()
    {
        var facts = new DutyFacts { Plans = [Plan with { EndedOn = new(2026, 8, 31) }] };

        Assert.Equal(DutyState.NotApplicable, Of(Results, facts, "2026-12-01").State);
    }

    [Fact]
    public void An_assessment_is_due_of_each_commitment_after_its_own_end()
    {
        var ended = new DutyFacts.Commitment(Guid.NewGuid(), "agua", "Agua", new(2026, 8, 31), null);
        var facts = new DutyFacts
        {
            Plans = [Plan],
            Commitments = [ended, ended with { Slug = "aire", AssessedOn = new(2026, 10, 5) }, ended with { Slug = "obra", CompletedOn = new(2027, 1, 1) }],
        };

        var standings = DutyClock.Of(Completion, facts, new(2026, 10, 10));

        Assert.Equal([("agua", DutyState.Overdue, false), ("aire", DutyState.Met, true)], standings.Select(s => (s.Subject!.Slug, s.State, s.WasLate)));
        Assert.Equal(new DateOnly(2026, 9, 30), standings[0].DueOn);
    }

    [Fact]
    public void What_began_before_a_duty_took_effect_is_not_measured_by_it()
    {
        var facts = new DutyFacts
        {
            InstalledOn = new(2015, 4, 10),
            Commitments = [new(Guid.NewGuid(), "agua", "Agua", new(2016, 8, 24), null)],
        };

        Assert.Equal(DutyState.NotApplicable, Of(Completion, facts, "2026-06-01").State);
        Assert.Equal(DutyState.NotApplicable, Of(Forum, facts, "2021-12-31").State);
        Assert.Equal(new DateOnly(2022, 7, 1), Of(Forum, facts, "2022-02-01").DueOn);
    }

    [Fact]
    public void A_duty_that_the_place_says_it_has_not_never_counts()
    {
        var clock = new DutyClock([Forum with { IsApplicable = false }], new DutyFacts { InstalledOn = Installed });

        Assert.Null(clock.Count(DutyState.Overdue, new(2030, 1, 1)));
    }

    [Fact]
    public void Nothing_changes_between_two_of_its_days()
    {
        var clock = new DutyClock(
            [Forum, Results, Completion],
            new DutyFacts
            {
                InstalledOn = Installed,
                Sessions = [new(2026, 1, 10)],
                Presentations = [new(2025, 11, 1), new(2026, 5, 1)],
                Plans = [Plan with { EndedOn = new(2026, 12, 1) }],
                Commitments = [new(Guid.NewGuid(), "agua", "Agua", new(2026, 2, 28), new(2026, 4, 2))],
            });
        var days = clock.Days.ToHashSet();

        for (var day = new DateOnly(2025, 8, 1); day < new DateOnly(2027, 12, 31); day = day.AddDays(1))
        {
            if (!days.Contains(day))
            {
                Assert.Equal(clock.On(day.AddDays(-1)).Select(s => (s.Rule.Code, s.State)), clock.On(day).Select(s => (s.Rule.Code, s.State)));
            }
        }
    }

    private static DutyStanding Of(DutyRule rule, DutyFacts facts, string day) => Assert.Single(DutyClock.Of(rule, facts, DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static (DutyState, DateOnly?) StateAndDue(DutyStanding standing) => (standing.State, standing.DueOn);
}
