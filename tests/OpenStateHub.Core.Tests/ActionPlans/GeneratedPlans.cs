using System.Globalization;
using Bogus;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

/// <summary>Plans of every shape, from a seed that a failing test names; HUB_TEST_SEED repeats it.</summary>
internal static class GeneratedPlans
{
    /// <summary>How many plans each property is tried on; infra/test.sh stress tries many more.</summary>
    public static readonly int Count = Environment.GetEnvironmentVariable("HUB_STRESS") is "1" ? 50_000 : 2_000;

    private static readonly ActivityStatus[] Statuses = Enum.GetValues<ActivityStatus>();

    public static int Seed { get; } =
        Environment.GetEnvironmentVariable("HUB_TEST_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();

    public sealed record Plan(IReadOnlyList<Promise> Commitments)
    {
        public Progress Progress => Progress.OfCommitments(Commitments.Select(c => c.Counted));
    }

    public sealed record Promise(bool IsProactive, bool IsLeftOut, IReadOnlyList<PlacedActivity> Activities)
    {
        public CommitmentProgress Counted => new(Progress.OfCommitment(Activities), IsProactive, IsLeftOut);
    }

    public static void ForEach(ITestOutputHelper output, Action<Randomizer, Plan> holds)
    {
        output.WriteLine($"HUB_TEST_SEED={Seed}");
        var random = new Randomizer(Seed);

        for (var number = 0; number < Count; number++)
        {
            var plan = Make(random);

            try
            {
                holds(random, plan);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Plan {number} of HUB_TEST_SEED={Seed}: {broken.Message}", broken);
            }
        }
    }

    public static Promise Commitment(Randomizer random, bool isProactive) =>
        new(isProactive, IsLeftOut: random.Bool(0.05f), random.Bool() ? Activities(random, null, 0) : Actions(random));

    public static IReadOnlyList<int> WeightsFor(Randomizer random, int parts) =>
        LargestRemainder.Split(Weights.Whole, Enumerable.Range(0, parts).Select(part => KeyValuePair.Create(part, random.Int(1, 100))))
            .OrderBy(share => share.Key)
            .Select(share => share.Value)
            .ToList();

    private static Plan Make(Randomizer random) =>
        new(Enumerable.Range(0, random.Int(0, 12)).Select(_ => Commitment(random, isProactive: random.Bool(0.2f))).ToList());

    private static List<PlacedActivity> Actions(Randomizer random) =>
        WeightsFor(random, random.Int(1, 4)).SelectMany(weight => Activities(random, random.Guid(), weight)).ToList();

    private static List<PlacedActivity> Activities(Randomizer random, Guid? action, int actionWeight)
    {
        var day = new DateOnly(2026, 6, 15);
        return WeightsFor(random, random.Int(0, 10))
            .Select(weight => new PlacedActivity(action, actionWeight, new ActivityState(weight, random.ArrayElement(Statuses), random.Int(0, 99), day, null)))
            .ToList();
    }
}
