namespace OpenStateHub.Core.Ledger;

/// <summary>One thing that somebody does in public. Whoever saves it must say what it is.</summary>
/// <param name="Code">One of the features' codes, such as <c>plan.published</c>.</param>
/// <param name="OccurredOn">Null where no source tells the day.</param>
public sealed record PublicAct(string Code, Subject Subject, DateOnly? OccurredOn)
{
    /// <summary>Who did it, where the command's own input tells; otherwise the office that acts in this scope.</summary>
    public ActingOffice.Named? By { get; init; }

    /// <summary>Whether the figures and the rows that other places read may differ afterwards. A ballot changes neither: many are cast at once.</summary>
    public bool ChangesFigures { get; init; } = true;

    /// <summary>What becomes public together with the subject: each gets an entry of its own.</summary>
    public IReadOnlyList<(string Code, Subject Subject)> Parts { get; init; } = [];
}
