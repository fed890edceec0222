using Bogus;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tests.ActionPlans;
using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Core.Tests.Tracking;

public sealed class ActivityHistoryTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Fact]
    public void Before_its_first_report_it_is_not_started() =>
        Assert.Equal(ActivityStatus.NotStarted, History(InProgress(1, Day, 30)).StateAt(Day.AddDays(-1)).Status);

    [Fact]
    public void At_a_day_it_stands_where_the_last_report_until_then_put_it()
    {
        var history = History(InProgress(1, Day, 30), InProgress(2, Day.AddDays(10), 70));

        Assert.Equal((30, 70), (history.StateAt(Day.AddDays(9)).Reported, history.StateAt(Day.AddDays(10)).Reported));
    }

    [Fact]
    public void Reports_of_one_day_keep_their_order() =>
        Assert.Equal(70, History(InProgress(2, Day, 70), InProgress(1, Day, 30)).StateAt(Day).Reported);

    [Fact]
    public void It_is_verified_from_the_day_on_which_the_third_sector_confirmed()
    {
        var history = History(Complete(
            1, Day, Confirmed(Sector.Government, Day.AddDays(1)), Confirmed(Sector.Guarantor, Day.AddDays(2)), Confirmed(Sector.CivilSociety, Day.AddDays(5))));

        Assert.Equal(ActivityStatus.Complete, history.StateAt(Day.AddDays(4)).Status);
        Assert.Equal(ActivityStatus.Verified, history.StateAt(Day.AddDays(5)).Status);
    }

    [Fact]
    public void A_refusal_puts_it_back_to_where_it_was_in_progress()
    {
        var history = History(
            InProgress(1, Day, 60),
            Complete(2, Day.AddDays(1), new ActivityHistory.Answer(Sector.CivilSociety, ConfirmationOutcome.Refused, Day.AddDays(3))));

        Assert.Equal(100, history.StateAt(Day.AddDays(2)).Reported);
        Assert.Equal((ActivityStatus.InProgress, 60), (history.StateAt(Day.AddDays(3)).Status, history.StateAt(Day.AddDays(3)).Reported));
    }

    [Fact]
    public void Ended_it_keeps_its_last_value()
    {
        var history = new ActivityHistory
        {
            Weight = Weights.Whole,
            Ending = ActivityStatus.NotFulfilled,
            EndedOn = Day.AddDays(5),
            Reports = [InProgress(1, Day, 40)],
        };

        Assert.Equal(ActivityStatus.InProgress, history.StateAt(Day.AddDays(4)).Status);
        Assert.Equal((ActivityStatus.NotFulfilled, 40), (history.StateAt(Day.AddDays(5)).Status, history.StateAt(Day.AddDays(5)).Reported));
    }

    [Fact]
    public void Whatever_happens_the_history_tells_the_same_as_the_activity_did_on_each_day()
    {
        output.WriteLine($"HUB_TEST_SEED={GeneratedPlans.Seed}");
        var random = new Randomizer(GeneratedPlans.Seed);

        for (var life = 0; life < 1_000; life++)
        {
            var told = Live(random, out var history);
            Assert.All(told, day => Assert.True(day.Value == history.StateAt(day.Key), $"Life {life} of HUB_TEST_SEED={GeneratedPlans.Seed}, {day.Key:o}"));
        }
    }

    /// <summary>Lets an owner and three sectors do as they please for some weeks, and notes what stood at the end of each day.</summary>
    private static Dictionary<DateOnly, ActivityState> Live(Randomizer random, out ActivityHistory history)
    {
        var activity = Given.Running();
        var reports = new List<ActivityHistory.Report>();
        var told = new Dictionary<DateOnly, ActivityState>();
        var (ending, endedOn) = ((ActivityStatus?)null, (DateOnly?)null);

        for (var today = Day; today < Day.AddDays(25); today = today.AddDays(random.Int(0, 3)))
        {
            var sector = random.Enum<Sector>();
            var answers = reports.LastOrDefault()?.Answers.ToList() ?? [];

            switch (random.Int(0, 11))
            {
                case <= 3:
                    var percent = random.Int(0, 99);
                    if (activity.Report(ActivityStatus.InProgress, percent, null, 0, "Motivo", today, today) is null)
                    {
                        reports.Add(InProgress(reports.Count + 1, today, percent));
                    }

                    break;
                case <= 6:
                    if (activity.Report(ActivityStatus.Complete, null, today, 1, null, today, today) is null)
                    {
                        reports.Add(Complete(reports.Count + 1, today));
                    }

                    break;
                case <= 9 when answers.All(a => a.Sector != sector):
                    if (activity.ConfirmCompletion([.. answers.Select(a => a.Sector), sector], today, today) is null)
                    {
                        reports[^1] = reports[^1] with { Answers = [.. answers, Confirmed(sector, today)] };
                    }

                    break;
                case 10 when answers.All(a => a.Sector != sector):
                    if (activity.RefuseCompletion("Falta el anexo.", today, today) is null)
                    {
                        reports[^1] = reports[^1] with { Answers = [.. answers, new(sector, ConfirmationOutcome.Refused, today)] };
                    }

                    break;
                case 11 when random.Bool(0.2f):
                    if (activity.End(ActivityStatus.Withdrawn, Given.Agreement, "Sin presupuesto", today, today) is null)
                    {
                        (ending, endedOn) = (ActivityStatus.Withdrawn, today);
                    }

                    break;
            }

            told[today] = activity.State;
        }

        history = new ActivityHistory { Weight = activity.Weight, DueOn = activity.DueOn, Ending = ending, EndedOn = endedOn, Reports = reports };
        return told;
    }

    private static ActivityHistory History(params ActivityHistory.Report[] reports) => new() { Weight = Weights.Whole, Reports = reports };

    private static ActivityHistory.Report InProgress(int number, DateOnly on, int percent) => new(number, on, ActivityStatus.InProgress, percent, null, []);

    private static ActivityHistory.Report Complete(int number, DateOnly on, params ActivityHistory.Answer[] answers) =>
        new(number, on, ActivityStatus.Complete, null, on, answers);

    private static ActivityHistory.Answer Confirmed(Sector sector, DateOnly on) => new(sector, ConfirmationOutcome.Confirmed, on);
}
