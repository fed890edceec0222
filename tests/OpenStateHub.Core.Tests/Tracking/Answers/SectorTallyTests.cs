using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;

namespace OpenStateHub.Core.Tests.Tracking.Answers;

public sealed class SectorTallyTests
{
    [Theory]
    [InlineData(1, 0, 0, ConfirmationOutcome.Confirmed)]
    [InlineData(0, 1, 0, ConfirmationOutcome.Refused)]
    [InlineData(2, 0, 1, ConfirmationOutcome.Confirmed)]
    [InlineData(1, 2, 0, ConfirmationOutcome.Refused)]
    [InlineData(1, 0, 1, null)]
    [InlineData(2, 1, 1, null)]
    [InlineData(1, 1, 0, null)]
    [InlineData(0, 0, 0, null)]
    public void Is_settled_as_soon_as_no_awaited_seat_can_change_it(int confirmed, int refused, int awaited, ConfirmationOutcome? answer) =>
        Assert.Equal(answer, new SectorTally(confirmed, refused, awaited).Settled(isTermOver: false));

    [Theory]
    [InlineData(1, 0, 5, ConfirmationOutcome.Confirmed)]
    [InlineData(1, 2, 5, ConfirmationOutcome.Refused)]
    [InlineData(1, 1, 5, null)]
    [InlineData(0, 0, 6, null)]
    public void When_the_term_ended_the_majority_of_those_who_answered_settles_it_and_silence_and_a_tie_do_not(
        int confirmed, int refused, int awaited, ConfirmationOutcome? answer) =>
        Assert.Equal(answer, new SectorTally(confirmed, refused, awaited).Settled(isTermOver: true));

    [Fact]
    public void Six_seats_weigh_no_more_than_one()
    {
        var six = new SectorTally(6, 0, 0).Settled(isTermOver: false);
        var one = new SectorTally(1, 0, 0).Settled(isTermOver: false);

        Assert.Equal(one, six);
    }
}
