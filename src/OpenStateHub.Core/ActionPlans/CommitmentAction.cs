namespace OpenStateHub.Core.ActionPlans;

/// <summary>An optional level between a commitment and its activities.</summary>
public sealed class CommitmentAction : ISibling
{
    public const int LongestTitle = 500;

    private string title = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CommitmentId { get; private set; }
    public required string Title { get => title; init => title = value; }
    public int Position { get; private set; }

    /// <summary>Hundredths of a percent of its commitment.</summary>
    public int Weight { get; private set; }

    /// <summary>Rises with each change of its title.</summary>
    public int Revision { get; private set; }

    internal static Refusal? Check(string title) =>
        string.IsNullOrWhiteSpace(title) ? CommitmentRefusals.ActionWithoutTitle
        : TextRules.CheckLength(("title", title, LongestTitle));

    internal void BelongTo(Commitment commitment) => CommitmentId = commitment.Id;

    internal void Revise(string to)
    {
        title = to;
        Revision++;
    }

    void ISibling.Place(int position, int weight) => (Position, Weight) = (position, weight);
}
