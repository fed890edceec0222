namespace OpenStateHub.Core.Secretariat.Decisions;

public enum ExplanationKind
{
    Open,
    CommonAccord,
    TwoOfThree,

    /// <summary>Sectors voted against or abstained, and so many are not enough.</summary>
    Blocked,

    NoQuorum,

    /// <summary>The sectors agreed, and what they agreed could not be done any more.</summary>
    NotApplied,
}

/// <summary>Why a decision came out as it did, before it is put into words: which sectors brought it about, and how.</summary>
/// <param name="Sectors">The sectors to name, with where they stood.</param>
public sealed record Explanation(ExplanationKind Kind, DecisionRule Rule, IReadOnlyList<SectorTally> Sectors)
{
    /// <param name="isApplied">False where its effect was refused, and it was closed as not passed for that.</param>
    public static Explanation Of(DecisionOutcome outcome, DecisionRule rule, Tally tally, bool isApplied = true)
    {
        Explanation By(ExplanationKind kind, Func<SectorTally, bool> named) => new(kind, rule, [.. tally.BySector.Where(named)]);

        return outcome switch
        {
            DecisionOutcome.Open => new(ExplanationKind.Open, rule, []),
            DecisionOutcome.NoQuorum => By(ExplanationKind.NoQuorum, sector => sector.Present == 0),
            DecisionOutcome.NotPassed when !isApplied => By(ExplanationKind.NotApplied, sector => sector.Vote is VoteChoice.InFavour),
            DecisionOutcome.NotPassed => By(ExplanationKind.Blocked, sector => sector.Vote is not VoteChoice.InFavour),
            _ when tally.BySector.All(sector => sector.Vote is VoteChoice.InFavour) => By(ExplanationKind.CommonAccord, _ => true),
            _ => By(ExplanationKind.TwoOfThree, sector => sector.Vote is VoteChoice.InFavour),
        };
    }
}
