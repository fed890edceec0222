using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class PublishGateTests
{
    [Fact]
    public void Is_open_for_a_whole_plan() => Assert.True(PublishGate.Of(Given.PlanWith(Given.Activity(), Given.Activity()).Plan).IsOpen);

    [Fact]
    public void Misses_commitments_in_an_empty_plan() =>
        Assert.Equal([new PublishGate.Item(Missing.Commitments)], PublishGate.Of(Given.Plan()).Items);

    [Fact]
    public void Misses_the_public_problem() => AssertMissing(Missing.Problem, Given.Commitment(problem: " "), Given.Activity());

    [Fact]
    public void Misses_a_value_with_a_reason() =>
        AssertMissing(Missing.Value, Given.Commitment(values: []), Given.Activity());

    [Fact]
    public void Misses_an_activity() => AssertMissing(Missing.DatedActivity, Given.Commitment());

    [Fact]
    public void Misses_an_activity_that_has_both_a_deliverable_and_a_date() =>
        AssertMissing(Missing.DatedActivity, Given.Commitment(), Given.Activity(deliverable: null), Given.Activity(undated: true));

    [Fact]
    public void Misses_the_owner_in_government() => AssertMissing(Missing.GovernmentOwner, Given.Commitment(), Given.Activity(government: null));

    [Fact]
    public void Misses_the_owner_in_civil_society() => AssertMissing(Missing.CivilSocietyOwner, Given.Commitment(), Given.Activity(civilSociety: null));

    [Fact]
    public void Does_without_a_civil_society_owner_after_a_public_call()
    {
        var plan = Given.Plan();
        Add(plan, Given.Commitment(), Given.Activity(civilSociety: null));
        Assert.Null(plan.RecordCounterpartCall(new(Given.Today.AddDays(-30), Given.Today.AddDays(-10), "Nadie respondió."), Given.Today));

        Assert.True(PublishGate.Of(plan).IsOpen);
    }

    [Fact]
    public void Refuses_weights_that_total_99_99_percent()
    {
        var (plan, commitment) = Given.PlanWith();
        Assert.Null(commitment.Add(Given.Activity(), action: null, weight: 5000));
        Assert.Null(commitment.Add(Given.Activity(), action: null, weight: 4999));

        Assert.Equal([new PublishGate.Item(Missing.WholeWeights, commitment.Slug)], PublishGate.Of(plan).Items);
    }

    [Fact]
    public void Refuses_weights_of_actions_and_of_their_activities_that_are_not_whole()
    {
        var (plan, commitment) = Given.PlanWith();
        var action = new CommitmentAction { Title = "Medir" };
        Assert.Null(commitment.Add(action, weight: 9999));
        Assert.Null(commitment.Add(Given.Activity(), action, weight: 1));

        Assert.Equal(
            [new PublishGate.Item(Missing.WholeWeights, commitment.Slug, action.Id), new PublishGate.Item(Missing.WholeWeights, commitment.Slug)],
            PublishGate.Of(plan).Items);
    }

    [Fact]
    public void Misses_the_activities_of_an_empty_action()
    {
        var (plan, commitment) = Given.PlanWith();
        var (full, empty) = (new CommitmentAction { Title = "Medir" }, new CommitmentAction { Title = "Publicar" });
        Assert.Null(commitment.Add(full, weight: null));
        Assert.Null(commitment.Add(empty, weight: null));
        Assert.Null(commitment.Add(Given.Activity(), full, weight: null));

        Assert.Equal([new PublishGate.Item(Missing.ActivityOfAction, commitment.Slug, empty.Id)], PublishGate.Of(plan).Items);
    }

    private static void AssertMissing(Missing what, Commitment commitment, params Activity[] activities)
    {
        var plan = Given.Plan();
        Add(plan, commitment, activities);

        var item = Assert.Single(PublishGate.Of(plan).Items);
        Assert.Equal((what, commitment.Slug), (item.What, item.Commitment));
    }

    private static void Add(ActionPlan plan, Commitment commitment, params Activity[] activities)
    {
        Assert.Null(plan.Add(commitment));

        foreach (var activity in activities)
        {
            Assert.Null(commitment.Add(activity, action: null, weight: null));
        }
    }
}
