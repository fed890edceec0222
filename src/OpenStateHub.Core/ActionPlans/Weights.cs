using System.Globalization;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>The weights of siblings: whole hundredths of a percent that total exactly 10,000 (domain rules, section 6).</summary>
public static class Weights
{
    public const int Whole = 10_000;

    public static bool AreWhole(IEnumerable<int> weights) => weights.Sum() == Whole;

    /// <summary>Equal weights; the hundredths that do not divide go to the first ids, whatever the order on the page.</summary>
    public static IReadOnlyDictionary<Guid, int> Equal(IEnumerable<Guid> siblings) =>
        LargestRemainder.Split(Whole, siblings.Select(id => KeyValuePair.Create(id, 1)));

    public static bool AreEqual(IReadOnlyDictionary<Guid, int> weights)
    {
        var equal = Equal(weights.Keys);
        return weights.All(weight => weight.Value == equal[weight.Key]);
    }

    /// <summary>Refuses weights that are not from 1 to 10,000 each and exactly 10,000 together; the detail is their total in percent.</summary>
    public static Refusal? Check(IReadOnlyCollection<int> weights) =>
        weights.Any(weight => weight is < 1 or > Whole) ? CommitmentRefusals.WeightOutOfRange
        : weights.Count > 0 && !AreWhole(weights)
            ? CommitmentRefusals.WeightsNotWhole with { Detail = (weights.Sum() / 100m).ToString("0.00", CultureInfo.InvariantCulture) }
        : null;

    /// <summary>
    /// Weighs a new sibling. A given weight leaves the others as they are, because whoever gives weights gives them to all. Without one equal shares stay
    /// equal; where somebody gave other weights the new one takes an equal share, and the others keep their proportions in what is left.
    /// </summary>
    /// <param name="others">The siblings that are there already, with their weights.</param>
    /// <param name="weight">Hundredths of a percent, from 1 to 10,000; null for a share of its own making.</param>
    /// <param name="weights">The weights of all, the new one included.</param>
    public static Refusal? Add(Guid added, int? weight, IReadOnlyDictionary<Guid, int> others, out IReadOnlyDictionary<Guid, int> weights)
    {
        weights = others;

        if (weight is < 1 or > Whole)
        {
            return CommitmentRefusals.WeightOutOfRange;
        }

        weights = weight is { } given ? new Dictionary<Guid, int>(others) { [added] = given }
            : AreEqual(others) ? Equal(others.Keys.Append(added))
            : Fix(new Dictionary<Guid, int> { [added] = Whole / (others.Count + 1) }, others);
        return null;
    }

    /// <summary>Gives one sibling another weight, for which the others make room in their proportions.</summary>
    /// <param name="all">The weights so far, its own included.</param>
    public static Refusal? Give(Guid changed, int weight, IReadOnlyDictionary<Guid, int> all, out IReadOnlyDictionary<Guid, int> weights)
    {
        var others = all.Where(other => other.Key != changed).ToDictionary();
        weights = Fix(new Dictionary<Guid, int> { [changed] = weight }, others);

        // An only child weighs everything, and each of the others needs at least its hundredth.
        return weight is < 1 or > Whole ? CommitmentRefusals.WeightOutOfRange
            : weights[changed] == weight ? null
            : CommitmentRefusals.WeightLeavesNoRoom;
    }

    /// <summary>The weights of those that stay when one goes: equal where all were, otherwise in their proportions.</summary>
    public static IReadOnlyDictionary<Guid, int> Remove(Guid removed, IReadOnlyDictionary<Guid, int> all)
    {
        var others = all.Where(weight => weight.Key != removed).ToDictionary();
        return AreEqual(all) ? Equal(others.Keys) : Proportional(Whole, others);
    }

    /// <summary>Keeps some weights as they are given and shares out what is left among the rest, in their proportions.</summary>
    /// <param name="given">The weights that stay, together at most 10,000 less one for each of the rest; otherwise all share in proportion.</param>
    public static IReadOnlyDictionary<Guid, int> Fix(IReadOnlyDictionary<Guid, int> given, IReadOnlyDictionary<Guid, int> rest)
    {
        var left = Whole - given.Values.Sum();
        return left < rest.Count || (rest.Count == 0 && left > 0)
            ? Proportional(Whole, given.Concat(rest).ToDictionary())
            : given.Concat(Proportional(left, rest)).ToDictionary();
    }

    /// <summary>Weighs a removed sibling that comes back: as it was where nobody changed the others since.</summary>
    /// <param name="before">The weights before it was removed, its own included.</param>
    /// <param name="others">The siblings that are there now.</param>
    public static IReadOnlyDictionary<Guid, int> PutBack(Guid restored, IReadOnlyDictionary<Guid, int> before, IReadOnlyDictionary<Guid, int> others)
    {
        var left = Remove(restored, before);
        return left.Count == others.Count && left.All(weight => others.GetValueOrDefault(weight.Key) == weight.Value) ? before
            : AreEqual(before) && AreEqual(others) ? Equal(others.Keys.Append(restored))
            : Fix(new Dictionary<Guid, int> { [restored] = before[restored] }, others);
    }

    /// <summary>By largest remainder, but nobody gets nothing: a weight is at least one hundredth of a percent.</summary>
    private static Dictionary<Guid, int> Proportional(int total, IReadOnlyDictionary<Guid, int> sizes)
    {
        var shares = new Dictionary<Guid, int>(LargestRemainder.Split(total, sizes));

        foreach (var empty in shares.Where(share => share.Value == 0).Select(share => share.Key).ToList())
        {
            shares[shares.OrderByDescending(share => share.Value).ThenBy(share => share.Key).First().Key]--;
            shares[empty]++;
        }

        return shares;
    }
}
