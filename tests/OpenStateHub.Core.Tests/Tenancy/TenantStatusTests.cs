using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class TenantStatusTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_place_at_rest_is_read_and_neither_changed_nor_worked_on()
    {
        var place = Active();

        Assert.Null(place.Archive(StatusCause.Unsaid, Now));
        Assert.Equal((true, true, false), (place.IsServed, place.IsReadOnly, place.IsAtWork));
        Assert.Null(place.Resume(Now));
        Assert.Equal((true, false, true), (place.IsServed, place.IsReadOnly, place.IsAtWork));
    }

    [Fact]
    public void A_suspended_place_is_read_only_while_its_clock_runs_and_may_be_put_to_rest()
    {
        var place = Active();

        Assert.Null(place.Suspend(StatusCause.Unsaid, Now));
        Assert.Equal((true, true, true), (place.IsServed, place.IsReadOnly, place.IsAtWork));
        Assert.Null(place.Archive(StatusCause.Unsaid, Now));
    }

    [Fact]
    public void Neither_a_listed_nor_an_archived_nor_the_national_place_is_put_to_rest()
    {
        var archived = Active();
        archived.Archive(StatusCause.Unsaid, Now);

        Assert.Equal(TenantRefusals.StatusDoesNotAllow, archived.Archive(StatusCause.Unsaid, Now));
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, Listed(TenantKind.State).Archive(StatusCause.Unsaid, Now));
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, Active(TenantKind.National).Archive(StatusCause.Unsaid, Now));
    }

    [Fact]
    public void What_rests_says_since_when_and_why_until_it_is_resumed()
    {
        var place = Active();

        Assert.Null(place.Suspend(new StatusCause(" Falta el titular. ", Guid.CreateVersion7()), Now));
        Assert.Equal((Now, "Falta el titular."), (place.StatusChangedAt, place.StatusReason));
        Assert.Null(place.Resume(Now.AddDays(1)));
        Assert.Equal((Now.AddDays(1), null), (place.StatusChangedAt, place.StatusReason));
    }

    [Fact]
    public void Whoever_is_signed_in_says_why()
    {
        Assert.Equal(LifeRefusals.ReasonMissing, new StatusCause("  ", Guid.CreateVersion7()).Check());
        Assert.Equal(LifeRefusals.ReasonTooLong, new StatusCause(new string('x', StatusCause.MaxReasonLength + 1), Guid.CreateVersion7()).Check());
        Assert.Null(StatusCause.Unsaid.Check());
    }

    private static Tenant Active(TenantKind kind = TenantKind.State)
    {
        var place = Listed(kind);
        Assert.Null(place.Activate(new DateOnly(2026, 3, 9)));
        return place;
    }

    private static Tenant Listed(TenantKind kind) => new() { Slug = "durango", Name = "Durango", Kind = kind, TimeZone = "America/Monterrey" };
}
