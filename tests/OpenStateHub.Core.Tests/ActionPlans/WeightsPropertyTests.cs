using Bogus;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>Whatever a person does to the children of a commitment, in any order, they stay whole: HUB_TEST_SEED repeats a failing sequence.</summary>
public sealed class WeightsPropertyTests(ITestOutputHelper output)
{
    private static readonly int Sequences = GeneratedPlans.Count / 4;
    private const int Steps = 40;

    [Fact]
    public void Weights_total_10_000_and_places_have_no_gap_after_any_sequence() => ForEach((random, commitment, parent) =>
    {
        Change(random, commitment, parent);
        var siblings = commitment.Activities.Where(a => a.ActionId == parent?.Id).ToList();

        Assert.True(siblings.Count == 0 || Weights.AreWhole(siblings.Select(a => a.Weight)), $"{siblings.Sum(a => a.Weight)} of {siblings.Count}");
        Assert.All(siblings, sibling => Assert.InRange(sibling.Weight, 1, Weights.Whole));
        Assert.Equal(Enumerable.Range(0, siblings.Count), siblings.Select(a => a.Position).Order());
    });

    [Fact]
    public void What_goes_and_comes_back_at_once_changes_nothing() => ForEach((random, commitment, parent) =>
    {
        Change(random, commitment, parent);
        var before = commitment.Activities.ToDictionary(a => a.Id, a => a.Weight);

        foreach (var id in before.Keys)
        {
            var left = Weights.Remove(id, before);

            Assert.True(left.Count == 0 || Weights.AreWhole(left.Values));
            Assert.Equal(before.OrderBy(w => w.Key), Weights.PutBack(id, before, left).OrderBy(w => w.Key));
        }
    });

    [Fact]
    public void What_comes_back_among_others_leaves_them_whole() => ForEach((random, commitment, parent) =>
    {
        var before = Weighed(random, random.Int(1, 12));
        var others = random.Bool() ? Weighed(random, random.Int(0, 12)) : Weights.Equal(Enumerable.Range(0, random.Int(1, 12)).Select(_ => random.Guid()));
        var restored = before.Keys.First();

        var weights = Weights.PutBack(restored, before, others);

        Assert.True(Weights.AreWhole(weights.Values));
        Assert.Equal(others.Keys.Append(restored).Order(), weights.Keys.Order());
        Assert.All(weights.Values, weight => Assert.InRange(weight, 1, Weights.Whole));
    });

    private static void Change(Randomizer random, Commitment commitment, CommitmentAction? parent)
    {
        var siblings = commitment.Activities.Where(a => a.ActionId == parent?.Id).ToList();

        switch (siblings.Count == 0 ? 0 : random.Int(0, 5))
        {
            case 0 or 1:
                Assert.Null(commitment.Add(Given.Activity(), parent, weight: null));
                break;
            case 2:
                Assert.Null(commitment.Remove(random.ListItem(siblings)));
                break;
            case 3:
                Assert.Null(commitment.Move(random.ListItem(siblings), random.Enum<Direction>()));
                break;
            case 4:
                var weights = GeneratedPlans.WeightsFor(random, siblings.Count);
                var given = siblings.Index().ToDictionary(pair => pair.Item.Id, pair => weights[pair.Index]);
                Assert.Equal(given.Values.Min() < 1 ? CommitmentRefusals.WeightOutOfRange : null, commitment.SetWeights(parent?.Id, given));
                break;
            default:
                var refusal = commitment.Revise(random.ListItem(siblings), new ActivityText { Description = "Otra" }, random.Int(1, 9_000));
                Assert.True(refusal is null || refusal == CommitmentRefusals.WeightLeavesNoRoom);
                break;
        }
    }

    private static Dictionary<Guid, int> Weighed(Randomizer random, int count) =>
        GeneratedPlans.WeightsFor(random, count).Where(weight => weight > 0).ToDictionary(_ => random.Guid());

    private void ForEach(Action<Randomizer, Commitment, CommitmentAction?> step)
    {
        output.WriteLine($"HUB_TEST_SEED={GeneratedPlans.Seed}");
        var random = new Randomizer(GeneratedPlans.Seed);

        for (var number = 0; number < Sequences; number++)
        {
            var (_, commitment) = Given.PlanWith();
            var parent = random.Bool() ? new CommitmentAction { Title = "Medir" } : null;
            Assert.Null(parent is null ? null : commitment.Add(parent, weight: null));

            for (var i = 0; i < Steps; i++)
            {
                try
                {
                    step(random, commitment, parent);
                }
                catch (Exception broken)
                {
                    throw new InvalidOperationException($"Step {i} of sequence {number} of HUB_TEST_SEED={GeneratedPlans.Seed}: {broken.Message}", broken);
                }
            }
        }
    }
}
