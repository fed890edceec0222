using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Tests.Secretariat.Decisions;

/// <summary>Weight is per sector, never per head (domain rules, section 3).</summary>
public sealed class TallyTests
{
    [Fact]
    public void Veracruz_six_government_seats_in_favour_and_three_of_civil_society_against_do_not_pass()
    {
        var tally = Tally.Of([.. Seats(Sector.Government, "++++++"), .. Seats(Sector.CivilSociety, "---"), .. Seats(Sector.Guarantor, "+")]);
        var why = Explanation.Of(tally.OutcomeUnder(DecisionRule.AllThree), DecisionRule.AllThree, tally);

        Assert.Equal(DecisionOutcome.NotPassed, tally.OutcomeUnder(DecisionRule.AllThree));
        Assert.Equal(ExplanationKind.Blocked, why.Kind);
        Assert.Equal((Sector.CivilSociety, Stance.Against), (why.Sectors.Single().Sector, why.Sectors.Single().Stance));
    }

    [Fact]
    public void Six_government_seats_in_favour_civil_society_absent_is_no_quorum()
    {
        var tally = Tally.Of([.. Seats(Sector.Government, "++++++"), .. Seats(Sector.Guarantor, "+")]);

        Assert.Equal(DecisionOutcome.NoQuorum, tally.OutcomeUnder(DecisionRule.AllThree));
        Assert.Equal(DecisionOutcome.NoQuorum, tally.OutcomeUnder(DecisionRule.TwoOfThree));
        Assert.Equal([Sector.CivilSociety], Explanation.Of(DecisionOutcome.NoQuorum, DecisionRule.AllThree, tally).Sectors.Select(s => s.Sector));
    }

    [Theory]
    [InlineData("+", VoteChoice.InFavour, Stance.InFavour)]
    [InlineData("++-", VoteChoice.InFavour, Stance.InFavour)]
    [InlineData("+oooo", VoteChoice.InFavour, Stance.InFavour)]
    [InlineData("+....", VoteChoice.InFavour, Stance.InFavour)]
    [InlineData("--+", VoteChoice.Against, Stance.Against)]
    [InlineData("+-", VoteChoice.Abstention, Stance.Tied)]
    [InlineData("ooo", VoteChoice.Abstention, Stance.Abstained)]
    [InlineData("...", VoteChoice.Abstention, Stance.Abstained)]
    [InlineData("", VoteChoice.Abstention, Stance.Absent)]
    public void A_sector_votes_as_more_of_its_present_seats_do(string seats, VoteChoice vote, Stance stance)
    {
        var sector = Tally.Of(Seats(Sector.CivilSociety, seats))[Sector.CivilSociety];

        Assert.Equal((vote, stance, seats.Length), (sector.Vote, sector.Stance, sector.Present));
    }

    [Theory]
    [InlineData("+", "+", "+", DecisionRule.AllThree, DecisionOutcome.Passed, ExplanationKind.CommonAccord)]
    [InlineData("+", "o", "+", DecisionRule.AllThree, DecisionOutcome.NotPassed, ExplanationKind.Blocked)]
    [InlineData("+", "+-", "+", DecisionRule.AllThree, DecisionOutcome.NotPassed, ExplanationKind.Blocked)]
    [InlineData("+", ".", "+", DecisionRule.AllThree, DecisionOutcome.NotPassed, ExplanationKind.Blocked)]
    [InlineData("+", "-", "+", DecisionRule.TwoOfThree, DecisionOutcome.Passed, ExplanationKind.TwoOfThree)]
    [InlineData("+", "+", "+", DecisionRule.TwoOfThree, DecisionOutcome.Passed, ExplanationKind.CommonAccord)]
    [InlineData("+", "-", "o", DecisionRule.TwoOfThree, DecisionOutcome.NotPassed, ExplanationKind.Blocked)]
    [InlineData("+", "", "+", DecisionRule.TwoOfThree, DecisionOutcome.NoQuorum, ExplanationKind.NoQuorum)]
    public void The_outcome_follows_the_sectors_and_says_why(
        string government, string civilSociety, string guarantor, DecisionRule rule, DecisionOutcome outcome, ExplanationKind why)
    {
        var tally = Tally.Of([.. Seats(Sector.Government, government), .. Seats(Sector.CivilSociety, civilSociety), .. Seats(Sector.Guarantor, guarantor)]);

        Assert.Equal(outcome, tally.OutcomeUnder(rule));
        Assert.Equal(why, Explanation.Of(outcome, rule, tally).Kind);
    }

    [Fact]
    public void More_seats_of_the_same_opinion_change_nothing()
    {
        foreach (var seed in Enumerable.Range(0, 200))
        {
            var random = new Random(seed);
            SeatVote[] votes = [.. Sectors.All.SelectMany(sector => Enumerable.Range(0, random.Next(0, 4)).Select(_ => new SeatVote(sector, AnyChoice(random))))];
            var doubled = votes.SelectMany(vote => Enumerable.Repeat(vote, 1 + ((int)vote.Sector * 3)));

            foreach (var rule in Enum.GetValues<DecisionRule>())
            {
                Assert.Equal(Tally.Of(votes).OutcomeUnder(rule), Tally.Of(doubled).OutcomeUnder(rule));
            }
        }
    }

    /// <summary>One character a present seat: in favour, against, abstaining (o), or silent (.).</summary>
    private static IEnumerable<SeatVote> Seats(Sector sector, string votes) => votes.Select(vote => new SeatVote(sector, vote switch
    {
        '+' => VoteChoice.InFavour,
        '-' => VoteChoice.Against,
        'o' => VoteChoice.Abstention,
        _ => null,
    }));

    private static VoteChoice? AnyChoice(Random random) => random.Next(4) is < 3 and var choice ? (VoteChoice)choice : null;
}
