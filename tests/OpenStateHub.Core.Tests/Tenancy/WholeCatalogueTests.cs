using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

/// <summary>INEGI's own file, which is not part of the repository: it is looked for beside it.</summary>
public sealed class WholeCatalogueTests
{
    private readonly List<Tenant> known = [];

    [Fact]
    public async Task Every_place_of_the_country_gets_a_host_of_its_own()
    {
        await ImportAsync();

        Assert.Equal(32, known.Count(place => place.Kind is TenantKind.State));
        Assert.Equal(2_478, known.Count(place => place.Kind is TenantKind.Municipality));
        Assert.Equal(2_510, known.Select(place => place.Slug).Distinct().Count());
        Assert.All(known, place => Assert.Null(TenantSlug.Check(place.Slug)));
        Assert.All(known, place => Assert.True(place.Slug.Length <= TenantSlug.MaxGeneratedLength, place.Slug));
    }

    [Fact]
    public async Task Every_municipality_belongs_to_the_state_of_its_code()
    {
        await ImportAsync();

        var states = known.Where(place => place.Kind is TenantKind.State).ToDictionary(state => state.InegiCode!, state => state.Id);
        Assert.All(known.Where(place => place.Kind is TenantKind.Municipality), place => Assert.Equal(states[place.InegiCode![..2]], place.ParentId));
    }

    [Fact]
    public async Task Names_that_repeat_are_told_apart()
    {
        await ImportAsync();

        Assert.Equal(7, known.Count(place => place.Name == "Benito Juárez"));
        Assert.Equal(
            ["san-juan-mixtepec-oax-20209", "san-pedro-mixtepec-oax-20319"],
            known.Where(place => place.Slug.EndsWith($"-{place.InegiCode}", StringComparison.Ordinal)).Select(place => place.Slug));
        Assert.Equal(9, known.Count(place => place.Kind is TenantKind.Municipality && place.Population is null));
    }

    [Fact]
    public async Task Every_place_has_a_time_zone_that_this_machine_knows()
    {
        await ImportAsync();

        Assert.All(known.Select(place => place.TimeZone).Distinct(), zone => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), zone));
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await ImportAsync();

        Assert.All(await ImportAsync(), change => Assert.Equal(PlaceChange.None, change));
    }

    private async Task<List<PlaceChange>> ImportAsync()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);

        while (root is not null && !File.Exists(Path.Combine(root.FullName, "OpenStateHub.sln")))
        {
            root = root.Parent;
        }

        Assert.NotNull(root);
        var path = Path.Combine(root.FullName, "..", "shared", "data", "inegi-municipios.csv");
        Assert.SkipUnless(File.Exists(path), "INEGI's catalogue is not in ../shared/data/inegi-municipios.csv.");

        var reference = await PlaceReference.ReadAsync(Path.Combine(root.FullName, "seeds", "reference"), CancellationToken.None);
        var file = PlacesFile.Read(await File.ReadAllBytesAsync(path), reference);
        Assert.Empty(file.BadRows);
        return PlaceExcerpt.TakeInto(known, file, reference);
    }
}
