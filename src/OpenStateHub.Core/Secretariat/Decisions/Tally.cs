namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>How a seat votes, and how its sector does.</summary>
public enum VoteChoice
{
    InFavour,
    Against,
    Abstention,
}

/// <summary>How many sectors a decision needs.</summary>
public enum DecisionRule
{
    /// <summary>Común acuerdo.</summary>
    AllThree,

    /// <summary>For the matters that the place's published rules name.</summary>
    TwoOfThree,
}

public enum DecisionOutcome
{
    Open,
    Passed,
    NotPassed,
    NoQuorum,
}

/// <summary>A seat that was present, or that answered in writing.</summary>
/// <param name="Choice">Null: it is there and has not voted.</param>
public readonly record struct SeatVote(Sector Sector, VoteChoice? Choice);

/// <summary>Where a sector stands, in the words that explain an outcome.</summary>
public enum Stance
{
    InFavour,
    Against,

    /// <summary>As many seats in favour as against, which counts as an abstention.</summary>
    Tied,

    Abstained,
    Absent,
}

public sealed record SectorTally(Sector Sector, int InFavour, int Against, int Abstentions, int Silent)
{
    /// <summary>Its seats that are there, however they vote.</summary>
    public int Present => InFavour + Against + Abstentions + Silent;

    /// <summary>One vote a sector: its majority among those in favour and against; equal numbers or none are an abstention (domain rules, section 3).</summary>
    public VoteChoice Vote => InFavour > Against ? VoteChoice.InFavour : InFavour < Against ? VoteChoice.Against : VoteChoice.Abstention;

    public Stance Stance =>
        Present == 0 ? Stance.Absent
        : InFavour > Against ? Stance.InFavour
        : InFavour < Against ? Stance.Against
        : InFavour > 0 ? Stance.Tied
        : Stance.Abstained;
}

/// <summary>The votes of a decision by sector. Weight is per sector, never per head.</summary>
public sealed class Tally
{
    private Tally(IReadOnlyList<SectorTally> sectors) => BySector = sectors;

    /// <summary>All three, in their usual order.</summary>
    public IReadOnlyList<SectorTally> BySector { get; }

    /// <summary>At least one seat of each sector is there.</summary>
    public bool HasQuorum => BySector.All(sector => sector.Present > 0);

    public SectorTally this[Sector sector] => BySector.Single(tally => tally.Sector == sector);

    /// <param name="there">The seats that are present or, in writing, that answered.</param>
    public static Tally Of(IEnumerable<SeatVote> there)
    {
        var bySector = there.ToLookup(seat => seat.Sector, seat => seat.Choice);
        return new Tally([.. Sectors.All.Select(sector => new SectorTally(
            sector,
            bySector[sector].Count(choice => choice is VoteChoice.InFavour),
            bySector[sector].Count(choice => choice is VoteChoice.Against),
            bySector[sector].Count(choice => choice is VoteChoice.Abstention),
            bySector[sector].Count(choice => choice is null)))]);
    }

    /// <summary>What the votes amount to if the decision closes with them.</summary>
    public DecisionOutcome OutcomeUnder(DecisionRule rule) =>
        !HasQuorum ? DecisionOutcome.NoQuorum
        : BySector.Count(sector => sector.Vote is VoteChoice.InFavour) >= SectorsNeeded(rule) ? DecisionOutcome.Passed
        : DecisionOutcome.NotPassed;

    private static int SectorsNeeded(DecisionRule rule) => rule is DecisionRule.AllThree ? Sectors.All.Count : 2;
}
