using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tests.Secretariat;

public sealed class SecretariatTests
{
    private static readonly DateOnly Day = new(2015, 4, 10);

    [Fact]
    public void A_step_has_its_day_or_the_day_by_which_it_is_known_and_not_both()
    {
        Assert.Null(Step(occurredOn: Day).Check(Day));
        Assert.Null(Step(knownBy: Day).Check(Day));
        Assert.Equal(SecretariatRefusals.StepNeedsOneDate, Step().Check(Day));
        Assert.Equal(SecretariatRefusals.StepNeedsOneDate, Step(occurredOn: Day, knownBy: Day).Check(Day));
    }

    [Fact]
    public void A_step_does_not_lie_in_the_future() =>
        Assert.Equal(SecretariatRefusals.StepInFuture, Step(knownBy: Day.AddDays(1)).Check(Day));

    [Fact]
    public void A_step_counts_from_its_day_or_from_the_day_by_which_it_is_known()
    {
        Assert.False(Step(occurredOn: Day).HasHappenedBy(Day.AddDays(-1)));
        Assert.True(Step(occurredOn: Day).HasHappenedBy(Day));
        Assert.True(Step(knownBy: Day).HasHappenedBy(Day));
    }

    [Fact]
    public void A_seat_is_held_from_its_first_to_its_last_day()
    {
        var seat = Seat(Sector.Guarantor, from: Day, until: Day.AddDays(1));

        Assert.Equal([false, true, true, false], Enumerable.Range(-1, 4).Select(days => seat.IsHeldOn(Day.AddDays(days))));
    }

    [Fact]
    public void A_seat_without_a_known_beginning_is_held_until_its_last_day() =>
        Assert.True(Seat(Sector.Guarantor, until: Day).IsHeldOn(DateOnly.MinValue));

    [Fact]
    public void Refuses_a_branch_of_the_state_for_civil_society() =>
        Assert.Equal(SecretariatRefusals.BranchOfCivilSociety, Seat(Sector.CivilSociety, branch: Branch.Executive).Check());

    [Fact]
    public void Refuses_a_seat_that_ends_before_it_begins() =>
        Assert.Equal(SecretariatRefusals.SeatEndsBeforeItBegins, Seat(Sector.Guarantor, from: Day, until: Day.AddDays(-1)).Check());

    [Fact]
    public void Refuses_a_facilitator_without_an_organisation() =>
        Assert.Equal(SecretariatRefusals.FacilitatorWithoutOrganization, new Facilitator { Organization = " " }.Check());

    [Fact]
    public void What_ends_has_a_last_day_that_came_and_a_reason()
    {
        var seat = Seat(Sector.CivilSociety, from: Day);

        Assert.Equal(EndingRefusals.LastDayMissing, seat.End(null, "Se disolvió.", Day));
        Assert.Equal(EndingRefusals.InFuture, seat.End(Day.AddDays(1), "Se disolvió.", Day));
        Assert.Equal(EndingRefusals.BeforeItBegan, seat.End(Day.AddDays(-1), "Se disolvió.", Day));
        Assert.Equal(EndingRefusals.WithoutReason, seat.End(Day, " ", Day));
        Assert.Null(seat.End(Day, " Se disolvió. ", Day));
        Assert.Equal((Day, "Se disolvió."), (seat.UntilOn, seat.EndReason));
        Assert.Equal(EndingRefusals.AlreadyEnded, seat.End(Day, "Otra vez.", Day.AddDays(1)));
    }

    [Fact]
    public void A_seat_has_one_holder_and_one_alternate_at_a_time()
    {
        var seat = Seat(Sector.CivilSociety, from: Day);
        var holder = Member(seat, from: Day, until: Day.AddDays(9));

        Assert.Null(holder.Check(seat, [], Day));
        Assert.Equal(SeatMemberRefusals.Overlaps.Code, Member(seat, from: Day.AddDays(9)).Check(seat, [holder], Day.AddDays(20))?.Code);
        Assert.Null(Member(seat, SeatCapacity.Alternate, from: Day).Check(seat, [holder], Day));
        Assert.Null(Member(seat, from: Day.AddDays(10)).Check(seat, [holder], Day.AddDays(20)));
        Assert.Equal(SeatMemberRefusals.OutsideItsSeat, Member(seat, from: Day.AddDays(-1)).Check(seat, [], Day));
        Assert.Equal(SeatMemberRefusals.InFuture, Member(seat, from: Day.AddDays(1)).Check(seat, [], Day));
    }

    [Fact]
    public void A_sector_without_a_seat_is_missing_and_an_unknown_secretariat_misses_none()
    {
        Assert.Equal([Sector.CivilSociety], SectorQuorum.Of(true, [Sector.Guarantor, Sector.Government, Sector.Government]).Missing);
        Assert.True(SectorQuorum.Of(true, Sectors.All).IsWhole);
        Assert.True(SectorQuorum.Of(false, []).IsWhole);
    }

    [Theory]
    [InlineData(Matter.ApprovePlan)]
    [InlineData(Matter.ChangeRoadmap)]
    [InlineData(Matter.WithdrawCommitment)]
    [InlineData(Matter.VerifyCommitment)]
    public void No_rules_let_two_sectors_bind_the_third_on_a_plan(Matter matter) =>
        Assert.Equal(
            SecretariatRefusals.AlwaysAllThree,
            new SecretariatRules { DocumentId = Guid.NewGuid(), FromOn = Day, TwoOfThree = [Matter.FreeText, matter] }.Check());

    private static SeatMember Member(Seat seat, SeatCapacity capacity = SeatCapacity.Holder, DateOnly? from = null, DateOnly? until = null) =>
        new() { SeatId = seat.Id, Capacity = capacity, Name = "Titular", FromOn = from, UntilOn = until };

    private static InstallationStep Step(DateOnly? occurredOn = null, DateOnly? knownBy = null) =>
        new() { Kind = InstallationStepKind.Installation, Title = "Instalación", OccurredOn = occurredOn, KnownBy = knownBy };

    private static Seat Seat(Sector sector, DateOnly? from = null, DateOnly? until = null, Branch? branch = null) =>
        new() { Sector = sector, Organization = "IDAIP", OrganizationType = OrganizationType.PublicBody, FromOn = from, UntilOn = until, Branch = branch };
}
