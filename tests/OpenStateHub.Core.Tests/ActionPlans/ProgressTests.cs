using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(ActivityStatus.NotStarted, 0, 0, 0)]
    [InlineData(ActivityStatus.InProgress, 60, 60, 0)]
    [InlineData(ActivityStatus.Complete, 60, 100, 0)]
    [InlineData(ActivityStatus.Verified, 60, 100, 100)]
    [InlineData(ActivityStatus.NotFulfilled, 60, 60, 0)]
    [InlineData(ActivityStatus.Withdrawn, 60, 60, 0)]
    public void Each_state_has_its_two_values(ActivityStatus status, int percent, int reported, int verified)
    {
        var state = new ActivityState(Weights.Whole, status, percent, null, null);

        Assert.Equal((reported, verified), (state.Reported, state.Verified));
    }

    [Fact]
    public void A_commitment_weighs_its_activities() =>
        Assert.Equal(
            new Progress(55, 25, 2, 2),
            Progress.OfActivities([State(2500, ActivityStatus.Verified), State(7500, ActivityStatus.InProgress, 40)]));

    [Fact]
    public void A_commitment_with_actions_weighs_the_actions_and_each_action_its_activities()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(
            new Progress(65, 15, 2, 2),
            Progress.OfCommitment(
            [
                new(first, 3000, State(5000, ActivityStatus.Verified)),
                new(first, 3000, State(5000, ActivityStatus.Complete)),
                new(second, 7000, State(10_000, ActivityStatus.InProgress, 50)),
            ]));
    }

    [Fact]
    public void A_plan_is_the_plain_mean_of_the_commitments_that_have_a_value() =>
        Assert.Equal(
            new Progress(50, 50, 2, 3),
            Progress.OfCommitments([Counted(100, 100), Counted(0, 0), new CommitmentProgress(Progress.None, false, false)]));

    [Fact]
    public void A_plan_without_activities_has_no_figure() => Assert.Equal(Progress.None, Progress.OfCommitments([]));

    [Fact]
    public void A_third_drifts_nowhere() =>
        Assert.Equal(
            Progress.OfCommitments([Counted(100, 0), Counted(0, 0), Counted(0, 0)]).Reported,
            Progress.OfCommitments([Counted(0, 0), Counted(0, 0), Counted(100, 0)]).Reported);

    [Fact]
    public void Proactive_commitments_and_those_left_out_by_agreement_do_not_count() =>
        Assert.Equal(
            new Progress(100, 0, 1, 1),
            Progress.OfCommitments([Counted(100, 0), Counted(0, 0) with { IsProactive = true }, Counted(0, 0) with { IsLeftOut = true }]));

    [Theory]
    [InlineData(null, new ActivityStatus[0])]
    [InlineData(ActivityStatus.NotStarted, new[] { ActivityStatus.NotStarted, ActivityStatus.NotStarted })]
    [InlineData(ActivityStatus.InProgress, new[] { ActivityStatus.NotStarted, ActivityStatus.Verified })]
    [InlineData(ActivityStatus.InProgress, new[] { ActivityStatus.Complete, ActivityStatus.InProgress })]
    [InlineData(ActivityStatus.Complete, new[] { ActivityStatus.Complete, ActivityStatus.Verified })]
    [InlineData(ActivityStatus.Verified, new[] { ActivityStatus.Verified, ActivityStatus.Verified })]
    [InlineData(ActivityStatus.NotFulfilled, new[] { ActivityStatus.Verified, ActivityStatus.NotFulfilled })]
    [InlineData(ActivityStatus.NotFulfilled, new[] { ActivityStatus.Verified, ActivityStatus.Withdrawn })]
    [InlineData(ActivityStatus.Withdrawn, new[] { ActivityStatus.Withdrawn, ActivityStatus.Withdrawn })]
    public void A_commitment_is_only_as_far_as_its_activities(ActivityStatus? expected, ActivityStatus[] activities) =>
        Assert.Equal(expected, Progress.StatusOf(activities, isWithdrawn: false, isDecided: true));

    [Fact]
    public void A_withdrawn_commitment_says_so() =>
        Assert.Equal(ActivityStatus.Withdrawn, Progress.StatusOf([ActivityStatus.Verified], isWithdrawn: true, isDecided: false));

    [Fact]
    public void All_activities_verified_is_complete_until_the_secretariat_decides() =>
        Assert.Equal(
            (ActivityStatus.Complete, ActivityStatus.Verified),
            (Progress.StatusOf([ActivityStatus.Verified], isWithdrawn: false, isDecided: false)!.Value,
                Progress.StatusOf([ActivityStatus.Verified], isWithdrawn: false, isDecided: true)!.Value));

    private static ActivityState State(int weight, ActivityStatus status, int percent = 0) => new(weight, status, percent, null, null);

    private static CommitmentProgress Counted(decimal reported, decimal verified) => new(new Progress(reported, verified, 1, 1), false, false);
}
