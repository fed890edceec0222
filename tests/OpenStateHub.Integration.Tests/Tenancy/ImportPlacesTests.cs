using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tenancy;

public sealed class ImportPlacesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Header = "CVEGEO,CVE_ENT,CVE_MUN,NOM_MUN,POB_TOTAL\n";
    private const string Rows = "10005,10,005,Durango,688697\n20209,20,209,San Juan Mixtepec,607\n20208,20,208,San Juan Mixtepec,6941\n";

    private static readonly PlaceReference Reference = new(
        [
            new StateReference("10", "durango", "Durango", "dgo", "America/Monterrey"),
            new StateReference("20", "oaxaca", "Oaxaca", "oax", "America/Mexico_City"),
        ],
        new Dictionary<string, string>());

    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Puts_states_and_municipalities_into_the_catalogue()
    {
        var import = await ImportAsync(Rows);

        Assert.Equal((5, 0, 0), (import.Added, import.Changed, import.Unchanged));
        var durango = await hub.FindAsync("durango-dgo");
        Assert.Equal((TenantStatus.Listed, "10005", 688_697), (durango.Status, durango.InegiCode, durango.Population));
        Assert.Equal((await hub.FindAsync("durango")).Id, durango.ParentId);
    }

    [Fact]
    public async Task The_order_of_the_lines_does_not_decide_who_gets_the_plain_slug()
    {
        await ImportAsync(Rows);

        Assert.Equal("20208", (await hub.FindAsync("san-juan-mixtepec-oax")).InegiCode);
        Assert.Equal("20209", (await hub.FindAsync("san-juan-mixtepec-oax-20209")).InegiCode);
    }

    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        await ImportAsync(Rows);
        var before = await PlacesAsync();

        var again = await ImportAsync(Rows);

        Assert.Equal((0, 0, 5), (again.Added, again.Changed, again.Unchanged));
        Assert.Equal(before, await PlacesAsync());
    }

    [Fact]
    public async Task A_changed_name_is_taken_over_under_the_same_slug_and_status()
    {
        await ImportAsync(Rows);
        await InNationAsync(national => national.GetRequiredService<ActivateTenant>().ExecuteAsync("durango-dgo", CancellationToken.None));

        var import = await ImportAsync(Rows.Replace(",Durango,688697", ",Victoria de Durango,0", StringComparison.Ordinal));

        Assert.Equal((0, 1, 4), (import.Added, import.Changed, import.Unchanged));
        var durango = await hub.FindAsync("durango-dgo");
        Assert.Equal(("Victoria de Durango", null, TenantStatus.Active), (durango.Name, durango.Population, durango.Status));
    }

    [Fact]
    public async Task A_bad_row_is_reported_and_the_rest_goes_in()
    {
        var import = await ImportAsync("10xxx,10,005,Durango,1\n" + Rows);

        Assert.Equal(2, Assert.Single(import.BadRows).Line);
        Assert.Equal(5, import.Added);
    }

    [Fact]
    public async Task Another_file_writes_nothing()
    {
        var import = await InNationAsync(national => ExecuteAsync(national, "name,value\n"));

        Assert.Equal(PlaceRefusals.WrongFile, import.Refusal);
        Assert.Single(await PlacesAsync());
    }

    [Fact]
    public async Task Two_imports_at_once_end_as_one()
    {
        var imports = await Task.WhenAll(ImportAsync(Rows), ImportAsync(Rows));

        Assert.Equal([0, 5], imports.Select(import => import.Added).Order());
        Assert.Equal(6, (await PlacesAsync()).Count);
    }

    [Fact]
    public async Task Only_the_national_scope_may_write_the_catalogue()
    {
        var morelos = await hub.PlaceAsync("morelos", "17");

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() =>
            hub.AsAsync(morelos, scope => ExecuteAsync(scope, Header + Rows)));

        Assert.Equal("42501", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
        Assert.Equal(2, (await PlacesAsync()).Count);
    }

    private Task<PlacesImport> ImportAsync(string rows) => InNationAsync(national => ExecuteAsync(national, Header + rows));

    private static Task<PlacesImport> ExecuteAsync(IServiceProvider scope, string file) =>
        scope.GetRequiredService<ImportPlaces>().ExecuteAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), Reference, null, CancellationToken.None);

    private Task<List<TenantRow>> PlacesAsync() =>
        InNationAsync(national => national.GetRequiredService<ListTenants>().ExecuteAsync(null, null, CancellationToken.None));

    private async Task<T> InNationAsync<T>(Func<IServiceProvider, Task<T>> work) => await hub.AsAsync(await hub.NationalAsync(), work);
}
