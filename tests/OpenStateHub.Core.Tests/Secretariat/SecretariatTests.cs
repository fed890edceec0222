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

    private static InstallationStep Step(DateOnly? occurredOn = null, DateOnly? knownBy = null) =>
        new() { Kind = InstallationStepKind.Installation, Title = "Instalación", OccurredOn = occurredOn, KnownBy = knownBy };

    private static Seat Seat(Sector sector, DateOnly? from = null, DateOnly? until = null, Branch? branch = null) =>
        new() { Sector = sector, Organization = "IDAIP", OrganizationType = OrganizationType.PublicBody, FromOn = from, UntilOn = until, Branch = branch };
}
