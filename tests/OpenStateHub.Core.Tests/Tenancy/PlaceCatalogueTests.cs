using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class PlaceCatalogueTests
{
    private readonly List<Tenant> known = [];

    [Fact]
    public void States_come_first_and_their_municipalities_belong_to_them()
    {
        Import(PlaceExcerpt.Rows);

        Assert.Equal(22, known.Count);
        Assert.All(known, place => Assert.Equal(TenantStatus.Listed, place.Status));
        Assert.All(known.Take(9), state => Assert.Equal((TenantKind.State, null), (state.Kind, state.ParentId)));
        Assert.All(known.Skip(9), place => Assert.Equal(Place(place.InegiCode![..2]).Id, place.ParentId));
    }

    [Fact]
    public void The_parts_of_Mexico_City_are_municipalities_here()
    {
        Import(PlaceExcerpt.Rows);

        Assert.Equal((TenantKind.Municipality, "coyoacan-cdmx"), (Place("09003").Kind, Place("09003").Slug));
    }

    [Fact]
    public void A_name_that_repeats_across_states_is_told_apart_by_the_state()
    {
        Import(PlaceExcerpt.Rows);

        Assert.Equal(
            ["benito-juarez-cdmx", "benito-juarez-gro", "benito-juarez-qroo", "benito-juarez-son", "benito-juarez-tlax", "benito-juarez-ver", "benito-juarez-zac"],
            known.Where(place => place.Name == "Benito Juárez").Select(place => place.Slug));
    }

    [Fact]
    public void A_name_that_repeats_inside_a_state_is_told_apart_by_the_code()
    {
        Import(PlaceExcerpt.Rows);

        Assert.Equal("san-juan-mixtepec-oax", Place("20208").Slug);
        Assert.Equal("san-juan-mixtepec-oax-20209", Place("20209").Slug);
    }

    [Fact]
    public void A_municipality_keeps_its_own_time_or_else_its_state_s()
    {
        Import(PlaceExcerpt.Rows);

        Assert.Equal("America/Ciudad_Juarez", Place("08037").TimeZone);
        Assert.Equal("America/Cancun", Place("23005").TimeZone);
    }

    [Fact]
    public void Repeating_it_changes_nothing()
    {
        Import(PlaceExcerpt.Rows);

        Assert.All(Import(PlaceExcerpt.Rows), change => Assert.Equal(PlaceChange.None, change));
        Assert.Equal(22, known.Count);
    }

    [Fact]
    public void A_new_name_and_population_are_taken_over_and_the_slug_stays()
    {
        Import(PlaceExcerpt.Rows);

        var changes = Import(PlaceExcerpt.Rows.Replace("\"Coyoacán\",\"0001\",\"Coyoacán\",\"614447\"", "\"Villa Coyoacán\",\"0001\",\"X\",\"7\"", StringComparison.Ordinal));

        Assert.Single(changes, PlaceChange.Changed);
        Assert.Equal(("coyoacan-cdmx", "Villa Coyoacán", 7), (Place("09003").Slug, Place("09003").Name, Place("09003").Population));
    }

    [Fact]
    public void A_state_that_serves_people_is_left_as_it_is()
    {
        var oaxaca = new Tenant { Slug = "oaxaca", Name = "Oaxaca de todos", Kind = TenantKind.State, InegiCode = "20", TimeZone = "America/Monterrey" };
        Assert.Null(oaxaca.Activate(new DateOnly(2026, 3, 9)));
        known.Add(oaxaca);

        Import(PlaceExcerpt.Rows);

        Assert.Equal(("Oaxaca de todos", "America/Monterrey", TenantStatus.Active), (oaxaca.Name, oaxaca.TimeZone, oaxaca.Status));
        Assert.Equal(oaxaca.Id, Place("20208").ParentId);
    }

    [Fact]
    public void A_slug_that_another_place_has_is_not_given_again()
    {
        known.Add(new Tenant { Slug = "nuu-savi-gro", Name = "Radio", Kind = TenantKind.AutonomousBody, TimeZone = "America/Mexico_City" });

        Import(PlaceExcerpt.Rows);

        Assert.Equal("nuu-savi-gro-12083", Place("12083").Slug);
    }

    private List<PlaceChange> Import(string rows) => PlaceExcerpt.TakeInto(known, PlaceExcerpt.Read(rows), PlaceExcerpt.Reference);

    private Tenant Place(string code) => known.Single(place => place.InegiCode == code);
}
