using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tests.ActionPlans;
using OpenStateHub.Core.Tracking.Cutoffs;

namespace OpenStateHub.Core.Tests.Tracking.Cutoffs;

public sealed class CutoffTests
{
    private static readonly DateOnly Today = Given.Today;
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Editing_a_frozen_snapshot_is_refused()
    {
        var (plan, cutoff) = Coming(Today.AddDays(5));
        Assert.Null(cutoff.Freeze(Today.AddDays(6), Now));

        Assert.Equal(CutoffRefusals.Frozen, cutoff.Move(plan, Today.AddDays(30), seen: 0, Today));
        Assert.Equal(CutoffRefusals.Frozen, cutoff.Cancel("Se pospone.", seen: 0, Today));
        Assert.Equal(CutoffRefusals.Frozen, cutoff.Freeze(Today.AddDays(7), Now));
    }

    [Fact]
    public void Freezes_only_once_its_day_is_over()
    {
        var (_, cutoff) = Coming(Today);

        Assert.Equal(CutoffRefusals.NotOver, cutoff.Freeze(Today, Now));
        Assert.Null(cutoff.Freeze(Today.AddDays(1), Now));
    }

    [Fact]
    public void Stands_on_a_day_of_a_public_plan()
    {
        var plan = Given.InImplementation(Given.PlanWith(Given.Activity()).Plan);

        Assert.Equal(CutoffRefusals.PlanNotPublic, new Cutoff { PlanId = Guid.NewGuid() }.Set(Given.Plan(), Today, Today));
        Assert.Equal(CutoffRefusals.WithoutDay, new Cutoff { PlanId = plan.Id }.Set(plan, null, Today));
        Assert.Equal(CutoffRefusals.BeforeThePlan, new Cutoff { PlanId = plan.Id }.Set(plan, Given.Published.AddDays(-1), Today));
        Assert.Null(new Cutoff { PlanId = plan.Id }.Set(plan, Given.Published, Today));
    }

    [Fact]
    public void Moves_to_another_day_to_come_unless_somebody_was_faster()
    {
        var (plan, cutoff) = Coming(Today.AddDays(5));

        Assert.Equal(CutoffRefusals.MovedIntoThePast, cutoff.Move(plan, Today.AddDays(-1), seen: 0, Today));
        Assert.Equal(CutoffRefusals.SameDay, cutoff.Move(plan, Today.AddDays(5), seen: 0, Today));
        Assert.Null(cutoff.Move(plan, Today.AddDays(9), seen: 0, Today));
        Assert.Equal(CutoffRefusals.ChangedMeanwhile, cutoff.Move(plan, Today.AddDays(12), seen: 0, Today));
    }

    [Fact]
    public void Is_cancelled_with_a_reason_and_then_never_freezes()
    {
        var (_, cutoff) = Coming(Today.AddDays(5));

        Assert.Equal(CutoffRefusals.CancelledWithoutReason, cutoff.Cancel(" ", seen: 0, Today));
        Assert.Null(cutoff.Cancel("El plan se evalúa antes.", seen: 0, Today));
        Assert.Equal(CutoffRefusals.Cancelled, cutoff.Freeze(Today.AddDays(6), Now));
    }

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, 30)]
    [InlineData(16, 30)]
    [InlineData(15, 15)]
    [InlineData(7, 7)]
    [InlineData(2, 7)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(-1, -1)]
    [InlineData(-7, -1)]
    [InlineData(-8, null)]
    public void The_nearest_reminder_that_was_reached_is_due(int daysLeft, int? due) =>
        Assert.Equal(due, CutoffReminder.DueOn(Today, Today.AddDays(daysLeft), recordedOn: Today.AddDays(-60)));

    [Fact]
    public void Of_a_day_that_was_over_when_it_was_entered_nobody_is_reminded() =>
        Assert.Null(CutoffReminder.DueOn(Today, Today.AddDays(-2), recordedOn: Today));

    [Fact]
    public void A_rectification_says_what_it_corrects_and_why()
    {
        var whole = new Rectification
        {
            ReportId = Guid.NewGuid(), Concerns = "Compromiso 2", Reads = "60 %", ShouldRead = "40 %", Reason = "Se contó dos veces.", RectifiedOn = Today,
        };

        Assert.Null(whole.Check());
        Assert.Equal(CutoffRefusals.RectifiedWithoutCorrection, Copy(whole, shouldRead: "").Check());
        Assert.Equal(CutoffRefusals.RectifiedWithoutReason, Copy(whole, reason: "").Check());
    }

    private static Rectification Copy(Rectification of, string? shouldRead = null, string? reason = null) => new()
    {
        ReportId = of.ReportId, Concerns = of.Concerns, Reads = of.Reads, ShouldRead = shouldRead ?? of.ShouldRead, Reason = reason ?? of.Reason,
        RectifiedOn = of.RectifiedOn,
    };

    private static (ActionPlan Plan, Cutoff Cutoff) Coming(DateOnly on)
    {
        var plan = Given.InImplementation(Given.PlanWith(Given.Activity()).Plan);
        var cutoff = new Cutoff { PlanId = plan.Id };
        Assert.Null(cutoff.Set(plan, on, Today));
        return (plan, cutoff);
    }
}
