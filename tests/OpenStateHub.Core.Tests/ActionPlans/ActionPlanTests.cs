using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat.Agreements;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class ActionPlanTests
{
    private static readonly DateOnly Today = Given.Today;

    [Fact]
    public void Goes_from_draft_to_evaluated_one_step_after_the_other()
    {
        var plan = Given.InImplementation(Given.PlanWith(Given.Activity()).Plan);

        Assert.Null(plan.Close(new(2026, 5, 1), Today));
        Assert.Null(plan.RecordEvaluation(new(2026, 6, 1), Today));

        Assert.Equal(PlanStatus.Evaluated, plan.Status);
        Assert.Equal((Given.Published, Given.Agreement), (plan.PublishedOn, plan.ApprovedBy));
    }

    [Fact]
    public void Refuses_every_step_out_of_its_turn()
    {
        var draft = Given.PlanWith(Given.Activity()).Plan;
        var gate = PublishGate.Of(draft);

        Assert.Equal(PlanRefusals.NotInConsultation, draft.Approve(Given.Agreement, Today, Today));
        Assert.Equal(PlanRefusals.NotApproved, draft.Publish(gate, Today, Today));
        Assert.Equal(PlanRefusals.NotPublished, draft.StartImplementation(Today, Today));
        Assert.Equal(PlanRefusals.NotInImplementation, draft.Close(Today, Today));
        Assert.Equal(PlanRefusals.NotClosed, draft.RecordEvaluation(Today, Today));

        var running = Given.InImplementation(draft);

        Assert.Equal(PlanRefusals.NotInDraft, running.OpenConsultation(Today, Today));
        Assert.Equal(PlanRefusals.NotApproved, running.Publish(gate, Today, Today));
        Assert.Equal(PlanStatus.InImplementation, running.Status);
    }

    [Fact]
    public void Refuses_approval_without_an_agreement()
    {
        var plan = Given.Plan();
        Assert.Null(plan.OpenConsultation(Today, Today));

        Assert.Equal(PlanRefusals.WithoutAgreement, plan.Approve(AgreementNumber.From("  "), Today, Today));
    }

    [Fact]
    public void Refuses_a_step_in_the_future() =>
        Assert.Equal(PlanRefusals.DayInFuture, Given.Plan().OpenConsultation(Today.AddDays(1), Today));

    [Fact]
    public void Refuses_a_step_before_the_last_one()
    {
        var plan = Given.Plan();
        Assert.Null(plan.OpenConsultation(Today, Today));

        Assert.Equal(PlanRefusals.DayBeforeLastStep, plan.Approve(Given.Agreement, Today.AddDays(-1), Today));
    }

    [Fact]
    public void Refuses_publication_while_the_gate_is_closed()
    {
        var plan = Given.Approved(Given.PlanWith().Plan);

        Assert.Equal(PlanRefusals.GateClosed, plan.Publish(PublishGate.Of(plan), Today, Today));
    }

    [Fact]
    public void A_published_text_is_bound()
    {
        var (plan, commitment) = Given.PlanWith(Given.Activity());
        Given.InImplementation(plan);

        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Add(new PlanAxis { Title = "Salud" }));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, plan.Add(Given.Commitment(number: 2)));
        Assert.Equal(PlanRefusals.PublishedTextIsBound, commitment.Add(Given.Activity(), action: null, weight: null));
        Assert.Equal(Weights.Whole, Assert.Single(commitment.Activities).Weight);
    }

    [Fact]
    public void An_approved_text_is_bound_until_the_consultation_is_reopened()
    {
        var plan = Given.Approved(Given.PlanWith(Given.Activity()).Plan);

        Assert.Equal(PlanRefusals.ApprovedTextIsBound, plan.Add(Given.Commitment(number: 2)));

        Assert.Null(plan.OpenConsultation(Today, Today));
        Assert.Null(plan.Add(Given.Commitment(number: 2)));
        Assert.Null(plan.ApprovedBy);
    }

    [Fact]
    public void Each_guarded_change_raises_the_revision()
    {
        var plan = Given.Plan();

        Assert.Null(plan.Add(new PlanAxis { Title = "Agua" }));
        Assert.Null(plan.Add(Given.Commitment()));
        Assert.Null(plan.OpenConsultation(Today, Today));

        Assert.Equal(3, plan.Revision);
    }

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData(null, "2027-01-01")]
    [InlineData("2027-01-01", null)]
    public void Refuses_a_commitment_with_dates_outside_its_plan(string? startsOn, string? endsOn) =>
        Assert.Equal(PlanRefusals.CommitmentOutsidePlan, Given.Plan().Add(Given.Commitment(startsOn: Day(startsOn), endsOn: Day(endsOn))));

    [Fact]
    public void Takes_a_commitment_of_the_whole_period() =>
        Assert.Null(Given.Plan().Add(Given.Commitment(startsOn: new(2026, 1, 1), endsOn: new(2026, 12, 31))));

    [Fact]
    public void Refuses_a_plan_that_ends_before_it_begins() =>
        Assert.Equal(PlanRefusals.EndsBeforeItBegins, new ActionPlan { Slug = "x", Title = "x", StartsOn = Today, EndsOn = Today.AddDays(-1) }.Check(Today));

    [Fact]
    public void Refuses_a_plan_without_a_period() =>
        Assert.Equal(PlanRefusals.WithoutPeriod, new ActionPlan { Slug = "x", Title = "x", StartsOn = Today }.Check(Today));

    [Fact]
    public void A_transcription_of_a_plan_that_is_over_is_published_as_its_source_has_it()
    {
        var plan = Given.Plan(transcription: true);

        Assert.Null(plan.Check(Today));
        Assert.Null(plan.Publish(PublishGate.Of(plan), new(2015, 8, 25), Today));
        Assert.Null(plan.Close(new(2016, 8, 24), Today));
    }

    [Fact]
    public void Refuses_a_transcription_of_a_plan_that_still_runs() =>
        Assert.Equal(
            PlanRefusals.TranscriptionNotOver,
            new ActionPlan { Slug = "x", Title = "x", EndsOn = Today, IsTranscription = true, Source = "s" }.Check(Today));

    [Fact]
    public void Refuses_a_transcription_without_a_source() =>
        Assert.Equal(PlanRefusals.TranscriptionWithoutSource, new ActionPlan { Slug = "x", Title = "x", IsTranscription = true }.Check(Today));

    [Fact]
    public void A_call_for_a_counterpart_runs_for_at_least_fifteen_days()
    {
        var opened = Today.AddDays(-20);

        Assert.Equal(PlanRefusals.CounterpartCallTooShort, Given.Plan().RecordCounterpartCall(new(opened, opened.AddDays(13), "Nadie"), Today));
        Assert.Null(Given.Plan().RecordCounterpartCall(new(opened, opened.AddDays(14), "Nadie"), Today));
    }

    [Fact]
    public void A_call_for_a_counterpart_is_over_and_has_its_result_on_record()
    {
        Assert.Equal(PlanRefusals.DayInFuture, Given.Plan().RecordCounterpartCall(new(Today.AddDays(-20), Today.AddDays(1), "Nadie"), Today));
        Assert.Equal(PlanRefusals.CounterpartCallWithoutResult, Given.Plan().RecordCounterpartCall(new(Today.AddDays(-20), Today, " "), Today));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
