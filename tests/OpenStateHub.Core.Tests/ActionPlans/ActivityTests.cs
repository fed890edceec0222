using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class ActivityTests
{
    private static readonly DateOnly Today = Given.Today;

    [Fact]
    public void Refuses_complete_without_evidence() =>
        Assert.Equal(ActivityRefusals.CompleteWithoutEvidence, Report(Given.Running(), ActivityStatus.Complete, doneOn: Today, evidence: 0));

    [Fact]
    public void Refuses_complete_without_the_day_it_was_done() =>
        Assert.Equal(ActivityRefusals.CompleteWithoutDay, Report(Given.Running(), ActivityStatus.Complete));

    [Fact]
    public void Refuses_a_done_day_in_the_future() =>
        Assert.Equal(ActivityRefusals.DoneInFuture, Report(Given.Running(), ActivityStatus.Complete, doneOn: Today.AddDays(1)));

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(100)]
    public void Refuses_a_percentage_outside_0_to_99_in_progress(int? percent) =>
        Assert.Equal(ActivityRefusals.PercentOutOfRange, Report(Given.Running(), ActivityStatus.InProgress, percent));

    [Theory]
    [InlineData(ActivityStatus.NotStarted)]
    [InlineData(ActivityStatus.Verified)]
    [InlineData(ActivityStatus.NotFulfilled)]
    [InlineData(ActivityStatus.Withdrawn)]
    public void Nobody_reports_a_state_that_is_not_an_owners_to_report(ActivityStatus status) =>
        Assert.Equal(ActivityRefusals.NotReportable, Report(Given.Running(), status));

    [Fact]
    public void Refuses_a_step_back_without_a_reason()
    {
        var activity = Given.Running();
        Assert.Null(Report(activity, ActivityStatus.InProgress, 60));

        Assert.Equal(ActivityRefusals.StepBackWithoutReason, Report(activity, ActivityStatus.InProgress, 59));
        Assert.Null(Report(activity, ActivityStatus.InProgress, 59, reason: "Se perdió una muestra."));
    }

    [Fact]
    public void Refuses_to_step_back_from_complete_without_a_reason()
    {
        var activity = Given.Complete();

        Assert.Equal(ActivityRefusals.StepBackWithoutReason, Report(activity, ActivityStatus.InProgress, 99));
    }

    [Fact]
    public void Refuses_a_report_in_the_future_or_before_the_last_one()
    {
        var activity = Given.Complete();

        Assert.Equal(ActivityRefusals.DayInFuture, Report(activity, ActivityStatus.InProgress, 99, reason: "x", on: Today.AddDays(1)));
        Assert.Equal(ActivityRefusals.DayBeforeLastChange, Report(activity, ActivityStatus.InProgress, 99, reason: "x", on: new(2026, 5, 1)));
    }

    [Fact]
    public void Takes_reports_only_while_its_plan_is_in_implementation()
    {
        var activity = Given.Activity();
        Given.PlanWith(activity);

        Assert.Equal(PlanRefusals.NotInImplementation, Report(activity, ActivityStatus.InProgress, 10));
    }

    [Fact]
    public void Is_verified_only_by_all_three_sectors()
    {
        var activity = Given.Complete();

        Assert.Null(activity.ConfirmCompletion([Sector.Government], Today, Today));
        Assert.Null(activity.ConfirmCompletion([Sector.Government, Sector.CivilSociety], Today, Today));
        Assert.Equal(ActivityStatus.Complete, activity.Status);

        Assert.Null(activity.ConfirmCompletion(Sectors.All, Today, Today));
        Assert.Equal(ActivityStatus.Verified, activity.Status);
    }

    [Fact]
    public void The_sector_that_reported_is_never_the_only_one_to_verify()
    {
        var activity = Given.Complete();

        Assert.Null(activity.ConfirmCompletion([Sector.Government, Sector.Government, Sector.Government], Today, Today));

        Assert.Equal(ActivityStatus.Complete, activity.Status);
    }

    [Fact]
    public void Nothing_incomplete_is_confirmed_or_refused()
    {
        Assert.Equal(ActivityRefusals.NotComplete, Given.Running().ConfirmCompletion(Sectors.All, Today, Today));
        Assert.Equal(ActivityRefusals.NotComplete, Given.Running().RefuseCompletion("No hay informe.", Today, Today));
    }

    [Fact]
    public void Nothing_without_a_civil_society_counterpart_is_verified()
    {
        var plan = Given.Plan();
        var commitment = Given.Commitment();
        var activity = Given.Activity(civilSociety: null);
        Assert.Null(plan.Add(commitment));
        Assert.Null(commitment.Add(activity, null, null));
        Assert.Null(plan.RecordCounterpartCall(new(new(2026, 1, 1), new(2026, 1, 20), "Nadie respondió."), Today));
        Given.InImplementation(plan);
        Assert.Null(Report(activity, ActivityStatus.Complete, doneOn: Today));

        Assert.Equal(ActivityRefusals.WithoutCounterpart, activity.ConfirmCompletion(Sectors.All, Today, Today));
    }

    [Fact]
    public void A_refusal_needs_reasons_and_sends_it_back_to_work_where_it_was()
    {
        var activity = Given.Complete();

        Assert.Equal(ActivityRefusals.RefusedWithoutReasons, activity.RefuseCompletion(" ", Today, Today));
        Assert.Null(activity.RefuseCompletion("El informe está incompleto.", Today, Today));
        Assert.Equal((ActivityStatus.InProgress, 60, null), (activity.Status, activity.Percent, activity.DoneOn));
        Assert.Null(Report(activity, ActivityStatus.Complete, doneOn: Today));
    }

    [Fact]
    public void A_verified_activity_takes_no_more_reports() =>
        Assert.Equal(ActivityRefusals.AlreadyVerified, Report(Given.Verified(), ActivityStatus.InProgress, 99, reason: "x"));

    [Fact]
    public void Ends_without_completion_only_by_agreement_and_with_reasons()
    {
        var activity = Given.Running();
        Assert.Null(Report(activity, ActivityStatus.InProgress, 40));

        Assert.Equal(ActivityRefusals.EndWithoutAgreement, activity.End(ActivityStatus.NotFulfilled, null, "Sin dinero", Today, Today));
        Assert.Equal(ActivityRefusals.EndWithoutReasons, activity.End(ActivityStatus.NotFulfilled, Given.Agreement, null, Today, Today));
        Assert.Equal(ActivityRefusals.NotAnEnd, activity.End(ActivityStatus.Verified, Given.Agreement, "Sin dinero", Today, Today));
        Assert.Null(activity.End(ActivityStatus.NotFulfilled, Given.Agreement, "Sin dinero", Today, Today));
        Assert.Equal((40, 0), (activity.State.Reported, activity.State.Verified));
        Assert.Equal(ActivityRefusals.AlreadyEnded, Report(activity, ActivityStatus.InProgress, 50));
    }

    [Fact]
    public void Is_late_the_day_after_it_was_due_and_not_before()
    {
        var due = new DateOnly(2026, 6, 30);

        Assert.False(Given.Activity(dueOn: due).State.IsLate(due));
        Assert.True(Given.Activity(dueOn: due).State.IsLate(due.AddDays(1)));
        Assert.False(Given.Activity(undated: true).State.IsLate(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(ActivityStatus.Complete)]
    [InlineData(ActivityStatus.Verified)]
    [InlineData(ActivityStatus.NotFulfilled)]
    [InlineData(ActivityStatus.Withdrawn)]
    public void Is_not_late_once_it_is_done_or_ended(ActivityStatus status) =>
        Assert.False(new ActivityState(Weights.Whole, status, 0, Today, Today).IsLate(Today.AddDays(9)));

    [Fact]
    public void Done_after_it_was_due_it_was_late()
    {
        Assert.True(new ActivityState(Weights.Whole, ActivityStatus.Verified, 0, Today, Today.AddDays(1)).WasLate);
        Assert.False(new ActivityState(Weights.Whole, ActivityStatus.Verified, 0, Today, Today).WasLate);
    }

    private static Refusal? Report(
        Activity activity, ActivityStatus status, int? percent = null, DateOnly? doneOn = null, int evidence = 1, string? reason = null, DateOnly? on = null) =>
        activity.Report(status, percent, doneOn, evidence, reason, on ?? Today, Today);
}
