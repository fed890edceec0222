namespace OpenStateHub.Core.ActionPlans;

/// <summary>Shares a whole number out in whole parts that total exactly it, by largest remainder.</summary>
public static class LargestRemainder
{
    /// <param name="total">What is shared out, such as 100 for displayed percentages.</param>
    /// <param name="sizes">Each part's key and its size, not negative. Equal remainders go to the smaller key, so the order does not matter.</param>
    /// <returns>Each part's share; all zero where every size is zero, because nothing can be in proportion to nothing.</returns>
    public static IReadOnlyDictionary<TKey, int> Split<TKey>(int total, IEnumerable<KeyValuePair<TKey, int>> sizes)
        where TKey : notnull
    {
        var parts = sizes.ToList();
        var sum = parts.Sum(part => (long)part.Value);

        if (sum == 0)
        {
            return parts.ToDictionary(part => part.Key, _ => 0);
        }

        var shares = parts.ToDictionary(part => part.Key, part => (int)((long)total * part.Value / sum));
        var rest = total - shares.Values.Sum();
        var next = parts
            .OrderByDescending(part => (long)total * part.Value % sum)
            .ThenBy(part => part.Key)
            .Take(rest);

        foreach (var part in next)
        {
            shares[part.Key]++;
        }

        return shares;
    }
}
