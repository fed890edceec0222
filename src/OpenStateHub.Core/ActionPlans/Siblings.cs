namespace OpenStateHub.Core.ActionPlans;

/// <summary>A part of a commitment that stands in an order and has a weight among others of its kind.</summary>
internal interface ISibling
{
    Guid Id { get; }

    int Position { get; }

    int Weight { get; }

    void Place(int position, int weight);
}

/// <summary>The children of one parent, in their order.</summary>
internal static class Siblings
{
    public static List<T> InOrder<T>(this IEnumerable<T> siblings)
        where T : ISibling => [.. siblings.OrderBy(sibling => sibling.Position).ThenBy(sibling => sibling.Id)];

    public static Dictionary<Guid, int> WeightsOf<T>(this IEnumerable<T> siblings)
        where T : ISibling => siblings.ToDictionary(sibling => sibling.Id, sibling => sibling.Weight);

    /// <summary>Gives each its place in the list and its weight.</summary>
    public static void Place<T>(this IReadOnlyList<T> inOrder, IReadOnlyDictionary<Guid, int> weights)
        where T : ISibling
    {
        foreach (var (position, sibling) in inOrder.Index())
        {
            sibling.Place(position, weights[sibling.Id]);
        }
    }

    /// <summary>One place up or down; at either end nothing moves.</summary>
    public static void Move<T>(this List<T> inOrder, T moved, Direction direction)
        where T : ISibling
    {
        var from = inOrder.IndexOf(moved);
        var to = Math.Clamp(from + (direction is Direction.Up ? -1 : 1), 0, inOrder.Count - 1);
        (inOrder[from], inOrder[to]) = (inOrder[to], inOrder[from]);
        inOrder.Place(inOrder.WeightsOf());
    }
}
