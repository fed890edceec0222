using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tenancy;

public sealed class TenantCommandsTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestHub hub = new(server);

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        await hub.PlaceAsync("durango", "10");
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task An_added_place_is_active_and_belongs_to_the_state_of_its_code()
    {
        Assert.Null(await AddAsync(new("gomez-palacio-dgo", "Gómez Palacio", TenantKind.Municipality, "10007")));

        var place = await hub.FindAsync("gomez-palacio-dgo");
        Assert.Equal(TenantStatus.Active, place.Status);
        Assert.Equal((await hub.FindAsync("durango")).Id, place.ParentId);
    }

    [Fact]
    public async Task A_body_without_a_code_belongs_to_the_state_that_is_named()
    {
        Assert.Null(await AddAsync(new("congreso-dgo", "Congreso de Durango", TenantKind.Legislature, ParentSlug: "durango")));

        Assert.Equal((await hub.FindAsync("durango")).Id, (await hub.FindAsync("congreso-dgo")).ParentId);
    }

    private static readonly (AddTenant.Input Input, string Code)[] Refused =
    [
        (new("inai", "Otro", TenantKind.State), "tenant.slug-reserved"),
        (new("Otro", "Otro", TenantKind.State), "tenant.slug-malformed"),
        (new("durango", "Otro", TenantKind.State), "tenant.slug-taken"),
        (new("otro", " ", TenantKind.State), "tenant.name-malformed"),
        (new("otro", "Otro", TenantKind.National), "tenant.second-national"),
        (new("otro", "Otro", TenantKind.State, "10005"), "tenant.code-malformed"),
        (new("otro", "Otro", TenantKind.Judiciary, "10", "durango"), "tenant.code-malformed"),
        (new("otro", "Otro", TenantKind.State, "10"), "tenant.code-taken"),
        (new("otro", "Otro", TenantKind.State, "11", "durango"), "tenant.parent-of-state"),
        (new("otro", "Otro", TenantKind.Municipality, "17007", "durango"), "tenant.code-of-another-state"),
        (new("otro", "Otro", TenantKind.Municipality, "17007"), "tenant.parent-missing"),
        (new("otro", "Otro", TenantKind.Legislature), "tenant.parent-missing"),
        (new("otro", "Otro", TenantKind.Legislature, null, "nowhere"), "tenant.parent-unknown"),
        (new("otro", "Otro", TenantKind.Legislature, null, "inai"), "tenant.parent-is-no-state"),
    ];

    [Fact]
    public async Task What_breaks_a_rule_is_refused()
    {
        foreach (var (input, code) in Refused)
        {
            Assert.Equal((input, code), (input, (await AddAsync(input))?.Code));
        }

        Assert.Equal(["inai", "durango"], (await ListAsync(null, null)).Select(row => row.Slug));
    }

    [Fact]
    public async Task A_listed_place_is_activated_suspended_and_resumed_in_this_order_only()
    {
        await MakeListedAsync(new StateReference("17", "morelos", "Morelos", "mor", "America/Mexico_City"));

        Assert.Equal(TenantRefusals.StatusDoesNotAllow, await SuspendAsync("morelos"));
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, await ResumeAsync("morelos"));
        Assert.Null(await ActivateAsync("morelos"));
        Assert.Equal(TenantRefusals.StatusDoesNotAllow, await ActivateAsync("morelos"));
        Assert.Null(await SuspendAsync("morelos"));
        Assert.Equal(TenantStatus.Suspended, (await hub.FindAsync("morelos")).Status);
        Assert.Null(await ResumeAsync("morelos"));
        Assert.Equal(TenantStatus.Active, (await hub.FindAsync("morelos")).Status);
    }

    [Fact]
    public async Task Activating_all_leaves_suspended_places_alone()
    {
        await MakeListedAsync(
            new StateReference("18", "nayarit", "Nayarit", "nay", "America/Mazatlan"),
            new StateReference("19", "nuevo-leon", "Nuevo León", "nl", "America/Monterrey"));
        Assert.Null(await SuspendAsync("durango"));

        var count = await InNationAsync(s => s.GetRequiredService<ActivateListedTenants>().ExecuteAsync(CancellationToken.None));

        Assert.Equal(2, count);
        Assert.Equal(TenantStatus.Suspended, (await hub.FindAsync("durango")).Status);
    }

    [Fact]
    public async Task The_national_tenant_is_never_suspended() => Assert.Equal(TenantRefusals.StatusDoesNotAllow, await SuspendAsync("inai"));

    [Fact]
    public async Task An_unknown_slug_is_refused() => Assert.Equal(TenantRefusals.Unknown, await ActivateAsync("nowhere"));

    [Fact]
    public async Task The_list_puts_municipalities_below_their_state_and_filters()
    {
        await hub.PlaceAsync("zacatecas", "32");
        await AddAsync(new("zz-dgo", "Último", TenantKind.Municipality, "10999"));

        var all = await ListAsync(null, null);
        var states = await ListAsync(TenantStatus.Active, TenantKind.State);

        Assert.Equal(["inai", "durango", "zz-dgo", "zacatecas"], all.Select(row => row.Slug));
        Assert.Equal("durango", all[2].ParentSlug);
        Assert.Equal(["durango", "zacatecas"], states.Select(row => row.Slug));
        Assert.Empty(await ListAsync(TenantStatus.Archived, null));
    }

    private Task<Refusal?> AddAsync(AddTenant.Input input) =>
        InNationAsync(s => s.GetRequiredService<AddTenant>().ExecuteAsync(input, CancellationToken.None));

    private Task<Refusal?> ActivateAsync(string slug) =>
        InNationAsync(s => s.GetRequiredService<ActivateTenant>().ExecuteAsync(slug, CancellationToken.None));

    private Task<Refusal?> SuspendAsync(string slug) =>
        InNationAsync(s => s.GetRequiredService<SuspendTenant>().ExecuteAsync(slug, CancellationToken.None));

    private Task<Refusal?> ResumeAsync(string slug) =>
        InNationAsync(s => s.GetRequiredService<ResumeTenant>().ExecuteAsync(slug, CancellationToken.None));

    private Task<PlacesImport> MakeListedAsync(params StateReference[] states) => InNationAsync(s =>
        s.GetRequiredService<ImportStates>().ExecuteAsync(new PlaceReference(states, new Dictionary<string, string>()), CancellationToken.None));

    private Task<List<TenantRow>> ListAsync(TenantStatus? status, TenantKind? kind) =>
        InNationAsync(s => s.GetRequiredService<ListTenants>().ExecuteAsync(status, kind, CancellationToken.None));

    private async Task<T> InNationAsync<T>(Func<IServiceProvider, Task<T>> work) => await hub.AsAsync(await hub.NationalAsync(), work);
}
