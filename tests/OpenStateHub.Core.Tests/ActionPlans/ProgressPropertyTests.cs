using Bogus;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>What holds of progress for every plan (domain rules, section 6), over thousands of generated ones.</summary>
public sealed class ProgressPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void Verified_lies_between_0_and_reported_and_reported_up_to_100() =>
        ForEach((_, plan) =>
        {
            foreach (var progress in plan.Commitments.Select(c => c.Counted.Progress).Append(plan.Progress))
            {
                Assert.Equal(progress.Reported is null, progress.Verified is null);
                Assert.True(progress.Reported is null || (0 <= progress.Verified && progress.Verified <= progress.Reported && progress.Reported <= 100));
            }
        });

    [Fact]
    public void The_order_of_siblings_changes_nothing() =>
        ForEach((random, plan) =>
        {
            var shuffled = new GeneratedPlans.Plan(
                random.Shuffle(plan.Commitments).Select(c => c with { Activities = random.Shuffle(c.Activities).ToList() }).ToList());

            Assert.Equal(plan.Progress, shuffled.Progress);
        });

    [Fact]
    public void Proactive_commitments_change_nothing() =>
        ForEach((random, plan) =>
        {
            var more = new GeneratedPlans.Plan([.. plan.Commitments, GeneratedPlans.Commitment(random, isProactive: true)]);
            var fewer = new GeneratedPlans.Plan(plan.Commitments.Where(c => !c.IsProactive).ToList());

            Assert.Equal(plan.Progress, more.Progress);
            Assert.Equal(plan.Progress, fewer.Progress);
        });

    [Fact]
    public void Splitting_an_activity_into_halves_of_its_weight_changes_nothing() =>
        ForEach((random, plan) =>
        {
            var halved = new GeneratedPlans.Plan(plan.Commitments.Select(c => c with { Activities = Halve(random, c.Activities) }).ToList());

            Assert.Equal(
                plan.Commitments.Select(c => (c.Counted.Progress.Reported, c.Counted.Progress.Verified)),
                halved.Commitments.Select(c => (c.Counted.Progress.Reported, c.Counted.Progress.Verified)));
            Assert.Equal(plan.Progress, halved.Progress);
        });

    [Fact]
    public void No_parts_give_null_and_never_a_number() =>
        ForEach((_, plan) =>
        {
            foreach (var commitment in plan.Commitments)
            {
                Assert.Equal(commitment.Activities.Count == 0, commitment.Counted.Progress.Reported is null);
            }

            Assert.Equal(plan.Commitments.Any(c => c is { IsProactive: false, IsLeftOut: false, Activities.Count: > 0 }), plan.Progress.Reported is not null);
        });

    [Fact]
    public void The_count_says_how_many_commitments_the_figure_rests_on() =>
        ForEach((_, plan) =>
        {
            var counting = plan.Commitments.Where(c => c is { IsProactive: false, IsLeftOut: false }).ToList();

            Assert.Equal((counting.Count(c => c.Activities.Count > 0), counting.Count), (plan.Progress.Counted, plan.Progress.Total));
        });

    [Fact]
    public void A_commitment_is_complete_only_without_an_open_activity() =>
        ForEach((_, plan) =>
        {
            foreach (var activities in plan.Commitments.Select(c => c.Activities.Select(a => a.State).ToList()))
            {
                var status = Progress.StatusOf(activities.ConvertAll(a => a.Status), isWithdrawn: false, isDecided: true);

                Assert.False(status is ActivityStatus.Complete or ActivityStatus.Verified && activities.Any(a => a.Reported < 100));
                Assert.Equal(activities.Count > 0 && activities.All(a => a.Status is ActivityStatus.Verified), status is ActivityStatus.Verified);
            }
        });

    [Fact]
    public void Displayed_shares_total_100_and_stray_less_than_one_from_the_true_share() =>
        ForEach((_, plan) =>
        {
            var counts = plan.Commitments.SelectMany(c => c.Activities).GroupBy(a => a.State.Status).ToDictionary(g => g.Key, g => g.Count());
            var shares = LargestRemainder.Split(100, counts);
            var all = counts.Values.Sum();

            Assert.Equal(all == 0 ? 0 : 100, shares.Values.Sum());
            Assert.All(shares, share => Assert.True(Math.Abs(share.Value - (100m * counts[share.Key] / all)) < 1));
        });

    [Fact]
    public void Equal_weights_total_exactly_10_000_whatever_the_order() =>
        ForEach((random, _) =>
        {
            var siblings = Enumerable.Range(0, random.Int(1, 300)).Select(_ => random.Guid()).ToList();
            var weights = Weights.Equal(siblings);

            Assert.True(Weights.AreWhole(weights.Values));
            Assert.True(weights.Values.Max() - weights.Values.Min() <= 1);
            Assert.Equal(weights.OrderBy(w => w.Key), Weights.Equal(random.Shuffle(siblings)).OrderBy(w => w.Key));
        });

    private static IReadOnlyList<PlacedActivity> Halve(Randomizer random, IReadOnlyList<PlacedActivity> activities)
    {
        if (activities.Count == 0)
        {
            return activities;
        }

        var halved = activities.ToList();
        var place = random.Int(0, halved.Count - 1);
        var whole = halved[place];
        var half = whole.State.Weight / 2;
        halved[place] = whole with { State = whole.State with { Weight = half } };
        halved.Add(whole with { State = whole.State with { Weight = whole.State.Weight - half } });
        return halved;
    }

    private void ForEach(Action<Randomizer, GeneratedPlans.Plan> holds) => GeneratedPlans.ForEach(output, holds);
}
