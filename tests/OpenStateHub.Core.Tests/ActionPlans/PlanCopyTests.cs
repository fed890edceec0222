using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>What a new draft takes over from an earlier plan, and what stays behind.</summary>
public sealed class PlanCopyTests
{
    [Fact]
    public void Words_come_along_and_neither_dates_nor_progress()
    {
        var (last, source) = LastPlan(Given.Activity());
        Assert.Null(source.Activities[0].Report(ActivityStatus.InProgress, 40, null, 0, null, new(2026, 4, 1), Given.Today));

        var plan = Copied(last);

        var commitment = Assert.Single(plan.Commitments);
        var activity = Assert.Single(commitment.Activities);
        Assert.Equal(["Agua"], plan.Axes.Select(a => a.Title));
        Assert.Equal((plan.Axes[0].Id, source.Id, "agua-limpia-1-2"), (commitment.AxisId, commitment.ContinuationOfId, commitment.Slug));
        Assert.Equal(("El agua no es potable.", (DateOnly?)null), (commitment.Text.Problem, commitment.Text.StartsOn));
        Assert.Equal(("Medir la calidad del agua", "Informe", (DateOnly?)null), (activity.Description, activity.Deliverable, activity.DueOn));
        Assert.Equal((ActivityStatus.NotStarted, 0), (activity.Status, activity.Percent));
        Assert.Equal((PlanStatus.Draft, null), (plan.Status, plan.ApprovedBy));
    }

    [Fact]
    public void What_was_withdrawn_stays_behind_and_leaves_its_weight_to_the_others()
    {
        var (last, source) = LastPlan(Given.Activity(), Given.Activity(), Given.Activity());
        Assert.Null(source.Activities[0].End(ActivityStatus.Withdrawn, Given.Agreement, "Sin presupuesto", Given.Today, Given.Today));

        Assert.Equal([5000, 5000], Assert.Single(Copied(last).Commitments).Activities.Select(a => a.Weight));

        Assert.Null(source.Withdraw(Given.Agreement, "Sin presupuesto", leaveOut: false, Given.Today, Given.Today));
        Assert.Empty(Copied(last).Commitments);
    }

    [Fact]
    public void A_commitment_continues_another_only_if_it_is_said()
    {
        var plan = new ActionPlan { Slug = "2027", Title = "Plan 2027", StartsOn = new(2027, 1, 1), EndsOn = new(2027, 12, 31) };

        Assert.Null(PlanCopy.Into(plan, LastPlan(Given.Activity()).Plan, continues: false, []));

        Assert.Null(Assert.Single(plan.Commitments).ContinuationOfId);
    }

    private static ActionPlan Copied(ActionPlan last)
    {
        var plan = new ActionPlan { Slug = "2027", Title = "Plan 2027", StartsOn = new(2027, 1, 1), EndsOn = new(2027, 12, 31) };
        Assert.Null(PlanCopy.Into(plan, last, continues: true, [.. last.Commitments.Select(c => c.Slug)]));
        return plan;
    }

    private static (ActionPlan Plan, Commitment Commitment) LastPlan(params Activity[] activities)
    {
        var plan = Given.Plan();
        var axis = new PlanAxis { Title = "Agua" };
        Assert.Null(plan.Add(axis));
        var given = Given.Commitment(startsOn: new(2026, 2, 1));
        var commitment = new Commitment { AxisId = axis.Id, Number = 1, Slug = given.Slug, Text = given.Text, Values = given.Values };
        Assert.Null(plan.Add(commitment));
        Assert.All(activities, activity => Assert.Null(commitment.Add(activity, action: null, weight: null)));
        Given.InImplementation(plan);
        return (plan, commitment);
    }
}
