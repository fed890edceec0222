using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class TenantStatusTests
{
    [Fact]
    public void A_place_at_rest_is_read_and_neither_changed_nor_worked_on()
    {
        var place = Active();

        Assert.Null(place.Archive());
        Assert.Equal((true, true, false), (place.IsServed, place.IsReadOnly, place.IsAtWork));
        Assert.Null(place.Resume());
        Assert.Equal((true, false, true), (place.IsServed, place.IsReadOnly, place.IsAtWork));
    }

    [Fact]
    public void A_suspended_place_is_read_only_while_its_clock_runs_and_may_be_put_to_rest()
    {
        var place = Active();

        Assert.Null(place.Suspend());
        Assert.Equal((true, true, true), (place.IsServed, place.IsReadOnly, place.IsAtWork));
        Assert.Null(place.Archive());
    }

    [Fact]
    public void Neither_a_listed_nor_an_archived_nor_the_national_place_is_put_to_rest()
    {
        var archived = Active();
        archived.Archive();

        Assert.Equal(TenantRefusals.StatusDoesNotAllow, archived.Archive());
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, Listed(TenantKind.State).Archive());
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, Active(TenantKind.National).Archive());
    }

    private static Tenant Active(TenantKind kind = TenantKind.State)
    {
        var place = Listed(kind);
        Assert.Null(place.Activate(new DateOnly(2026, 3, 9)));
        return place;
    }

    private static Tenant Listed(TenantKind kind) => new() { Slug = "durango", Name = "Durango", Kind = kind, TimeZone = "America/Monterrey" };
}
