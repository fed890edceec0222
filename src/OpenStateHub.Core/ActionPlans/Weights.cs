namespace OpenStateHub.Core.ActionPlans;

/// <summary>The weights of siblings: whole hundredths of a percent that total exactly 10,000 (domain rules, section 6).</summary>
public static class Weights
{
    public const int Whole = 10_000;

    public static bool AreWhole(IEnumerable<int> weights) => weights.Sum() == Whole;

    /// <summary>Equal weights; the hundredths that do not divide go to the first ids, whatever the order on the page.</summary>
    public static IReadOnlyDictionary<Guid, int> Equal(IEnumerable<Guid> siblings) =>
        LargestRemainder.Split(Whole, siblings.Select(id => KeyValuePair.Create(id, 1)));

    /// <summary>
    /// Weighs a new sibling. Without a weight of its own all share equally, which is refused where somebody gave the others other weights:
    /// what a person decided is not undone by a guess.
    /// </summary>
    /// <param name="others">The siblings that are there already, with their weights.</param>
    /// <param name="weight">Hundredths of a percent, from 1 to 10,000; null for equal shares.</param>
    /// <param name="weights">The weights of all, the new one included.</param>
    public static Refusal? Add(Guid added, int? weight, IReadOnlyDictionary<Guid, int> others, out IReadOnlyDictionary<Guid, int> weights)
    {
        weights = others;

        if (weight is < 1 or > Whole)
        {
            return CommitmentRefusals.WeightOutOfRange;
        }

        if (weight is { } given)
        {
            weights = new Dictionary<Guid, int>(others) { [added] = given };
            return null;
        }

        var equal = Equal(others.Keys);

        if (others.Any(other => other.Value != equal[other.Key]))
        {
            return CommitmentRefusals.WeightMissing;
        }

        weights = Equal(others.Keys.Append(added));
        return null;
    }
}
