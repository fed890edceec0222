using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>What the secretariat decides, as Popolo has it: a decision is a motion with one vote event, and a sector's vote its group result.</summary>
internal static class PopoloVotes
{
    public static Motion MotionOf(DecisionRow row) => new(
        $"motion-{row.Decision.Id}", PopoloDocument.SecretariatId, row.Decision.Title, row.Decision.Text, row.Decision.Matter.ToString(),
        row.Decision.DecidedOn, row.Decision.Rule is DecisionRule.AllThree ? "all three sectors" : "two of three sectors", ResultOf(row.Decision.Outcome),
        row.Decision.IsDemonstration ? true : null);

    /// <param name="organizationOf">The id of the organisation of a seat.</param>
    public static VoteEvent EventOf(DecisionRow row, Func<Guid, string> organizationOf) => new(
        $"vote-{row.Decision.Id}", $"motion-{row.Decision.Id}", PopoloDocument.SecretariatId, row.Decision.OpenedAt, row.Decision.ClosedAt,
        [.. row.Decision.IsOpen ? [] : row.Tally.BySector.Select(sector => new GroupResult(PopoloDocument.IdOf(sector.Sector), OptionOf(sector.Vote)))],
        [.. row.Tally.BySector.SelectMany(CountsOf)],
        [.. row.Seats.Where(seat => seat.IsThere).Select(seat => new Vote(
            organizationOf(seat.SeatId), $"seat-{seat.SeatId}", PopoloDocument.IdOf(seat.Sector), seat.Choice is { } choice ? OptionOf(choice) : "not voting", seat.Reason))]);

    private static IEnumerable<Count> CountsOf(SectorTally sector)
    {
        var group = PopoloDocument.IdOf(sector.Sector);
        return [new("yes", sector.InFavour, group), new("no", sector.Against, group), new("abstain", sector.Abstentions, group), new("not voting", sector.Silent, group)];
    }

    private static string OptionOf(VoteChoice choice) => choice switch
    {
        VoteChoice.InFavour => "yes",
        VoteChoice.Against => "no",
        _ => "abstain",
    };

    private static string? ResultOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Open => null,
        DecisionOutcome.Passed => "pass",
        DecisionOutcome.NoQuorum => "no quorum",
        _ => "fail",
    };

    internal sealed record Motion(
        string Id, string OrganizationId, string Name, string Text, string Classification, DateOnly? Date, string Requirement, string? Result, bool? Demonstration);

    internal sealed record VoteEvent(
        string Id, string MotionId, string OrganizationId, DateTimeOffset StartDate, DateTimeOffset? EndDate, IReadOnlyList<GroupResult> GroupResults,
        IReadOnlyList<Count> Counts, IReadOnlyList<Vote> Votes);

    internal sealed record GroupResult(string GroupId, string Value);

    internal sealed record Count(string Option, int Value, string GroupId);

    internal sealed record Vote(string VoterId, string PostId, string GroupId, string Option, string? Reason);
}
