using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class CommitmentTests
{
    private static readonly DateOnly Today = Given.Today;

    [Fact]
    public void Has_either_actions_or_activities()
    {
        var (_, withActivity) = Given.PlanWith(Given.Activity());
        var (_, withAction) = Given.PlanWith();
        Assert.Null(withAction.Add(new CommitmentAction { Title = "Medir" }, weight: null));

        Assert.Equal(CommitmentRefusals.EitherActionsOrActivities, withActivity.Add(new CommitmentAction { Title = "Medir" }, weight: null));
        Assert.Equal(CommitmentRefusals.EitherActionsOrActivities, withAction.Add(Given.Activity(), action: null, weight: null));
    }

    [Fact]
    public void Refuses_an_activity_with_dates_outside_its_own()
    {
        var plan = Given.Plan();
        var commitment = Given.Commitment(startsOn: new(2026, 3, 1), endsOn: new(2026, 9, 30));
        Assert.Null(plan.Add(commitment));

        Assert.Equal(CommitmentRefusals.ActivityOutsideCommitment, commitment.Add(Given.Activity(startsOn: new(2026, 2, 28)), null, null));
        Assert.Equal(CommitmentRefusals.ActivityOutsideCommitment, commitment.Add(Given.Activity(dueOn: new(2026, 10, 1)), null, null));
        Assert.Null(commitment.Add(Given.Activity(startsOn: new(2026, 3, 1), dueOn: new(2026, 9, 30)), null, null));
    }

    [Fact]
    public void Refuses_an_activity_outside_the_plan_where_it_has_no_dates_of_its_own() =>
        Assert.Equal(CommitmentRefusals.ActivityOutsideCommitment, Given.PlanWith().Commitment.Add(Given.Activity(dueOn: new(2027, 1, 1)), null, null));

    [Fact]
    public void Shares_weights_equally_with_the_extra_hundredths_by_id()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity(), Given.Activity(), Given.Activity());

        Assert.Equal([3334, 3333, 3333], commitment.Activities.OrderBy(a => a.Id).Select(a => a.Weight));
    }

    [Fact]
    public void A_newcomer_leaves_given_weights_their_proportions()
    {
        var (_, commitment) = Given.PlanWith(Given.Activity(), Given.Activity());
        var (first, second) = (commitment.Activities[0], commitment.Activities[1]);
        Assert.Null(commitment.SetWeights(null, new Dictionary<Guid, int> { [first.Id] = 8000, [second.Id] = 2000 }));

        Assert.Null(commitment.Add(Given.Activity(), null, weight: null));

        Assert.Equal([5334, 1333, 3333], commitment.Activities.Select(a => a.Weight));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void Refuses_a_weight_out_of_range(int weight) =>
        Assert.Equal(CommitmentRefusals.WeightOutOfRange, Given.PlanWith().Commitment.Add(Given.Activity(), null, weight));

    [Theory]
    [InlineData("0")]
    [InlineData("18")]
    [InlineData("6.")]
    [InlineData("6.e")]
    public void Refuses_a_development_goal_that_does_not_exist(string code) =>
        Assert.Equal(CommitmentRefusals.SdgMalformed.Code, Given.Plan().Add(Given.Commitment(sdgs: [code]))?.Code);

    [Theory]
    [InlineData(LinkKind.Ocds, "ocds-213czf-000-00001")]
    [InlineData(LinkKind.Law, "https://www.dof.gob.mx/nota")]
    [InlineData(LinkKind.BudgetLine, "E-017 / 2026")]
    [InlineData(LinkKind.ContributesTo, "inai/datos-abiertos")]
    public void Takes_a_link_of_the_shape_of_its_kind(LinkKind kind, string target) =>
        Assert.Null(new CommitmentLink { Kind = kind, Target = target }.Check());

    [Theory]
    [InlineData(LinkKind.Ocds, "ocds-213-1")]
    [InlineData(LinkKind.Ocds, "OCDS-213czf-1")]
    [InlineData(LinkKind.Ocds, "https://example.org/ocds-213czf-1")]
    [InlineData(LinkKind.Law, "javascript:alert(1)")]
    [InlineData(LinkKind.Dataset, "datos")]
    [InlineData(LinkKind.BudgetLine, "<script>")]
    [InlineData(LinkKind.ContributesTo, "Inai/x")]
    public void Refuses_a_link_of_another_shape(LinkKind kind, string target) =>
        Assert.Equal(target, Given.Plan().Add(Given.Commitment(links: [new CommitmentLink { Kind = kind, Target = target }]))?.Detail);

    [Fact]
    public void Refuses_to_be_withdrawn_without_an_agreement() =>
        Assert.Equal(CommitmentRefusals.WithdrawalWithoutAgreement, Running().Withdraw(null, "Sin presupuesto", leaveOut: false, Today, Today));

    [Fact]
    public void Refuses_to_be_withdrawn_without_reasons() =>
        Assert.Equal(CommitmentRefusals.WithdrawalWithoutReasons, Running().Withdraw(Given.Agreement, " ", leaveOut: false, Today, Today));

    [Fact]
    public void Withdrawn_it_stays_with_agreement_and_reasons_and_takes_no_more_reports()
    {
        var commitment = Running();

        Assert.Null(commitment.Withdraw(Given.Agreement, "Sin presupuesto", leaveOut: false, Today, Today));

        Assert.Equal((Today, Given.Agreement, false), (commitment.WithdrawnOn, commitment.WithdrawnBy, commitment.IsLeftOut));
        Assert.Equal(CommitmentRefusals.AlreadyWithdrawn, commitment.Withdraw(Given.Agreement, "Otra vez", leaveOut: true, Today, Today));
        Assert.Equal(
            CommitmentRefusals.AlreadyWithdrawn,
            commitment.Activities[0].Report(ActivityStatus.InProgress, 10, null, 0, null, Today, Today));
    }

    private static Commitment Running()
    {
        var (plan, commitment) = Given.PlanWith(Given.Activity());
        Given.InImplementation(plan);
        return commitment;
    }
}
