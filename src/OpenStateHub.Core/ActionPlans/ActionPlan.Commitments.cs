namespace OpenStateHub.Core.ActionPlans;

/// <content>Its commitments: what comes in, their order, and what goes out of it and comes back.</content>
public sealed partial class ActionPlan
{
    public Refusal? Add(Commitment commitment)
    {
        if ((CheckInside(commitment) ?? commitment.Check() ?? ChangeText()) is { } refusal)
        {
            return refusal;
        }

        commitment.BelongTo(this);
        commitments.Add(commitment);
        return null;
    }

    /// <summary>One place up or down among the commitments of its axis, which exchange their numbers; at either end nothing moves.</summary>
    public Refusal? Move(Commitment commitment, Direction direction)
    {
        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        var siblings = commitments.Where(c => c.AxisId == commitment.AxisId).OrderBy(c => c.Number).ToList();
        var other = siblings.ElementAtOrDefault(siblings.IndexOf(commitment) + (direction is Direction.Up ? -1 : 1)) ?? commitment;
        var (number, othersNumber) = (commitment.Number, other.Number);
        other.Renumber(number);
        commitment.Renumber(othersNumber);
        return null;
    }

    /// <summary>Those behind it close the gap in the numbers.</summary>
    public Refusal? Remove(Commitment commitment)
    {
        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        commitments.Remove(commitment);

        foreach (var behind in commitments.Where(c => c.Number > commitment.Number))
        {
            behind.Renumber(behind.Number - 1);
        }

        return null;
    }

    /// <summary>Makes room for the number of a commitment that comes back.</summary>
    /// <param name="number">The number it had.</param>
    /// <param name="free">The number it gets: its own, or the one behind the last where the plan has grown shorter.</param>
    internal Refusal? MakeRoom(int number, out int free)
    {
        free = Math.Min(number, commitments.Select(c => c.Number).DefaultIfEmpty().Max() + 1);

        if (ChangeText() is { } refusal)
        {
            return refusal;
        }

        var place = free;

        foreach (var behind in commitments.Where(c => c.Number >= place))
        {
            behind.Renumber(behind.Number + 1);
        }

        return null;
    }
}
