using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Life;

/// <summary>A place's own domain: it is nobody's until its owner shows it, and then the place is there.</summary>
public sealed class DomainTests(NamedHub served) : IClassFixture<NamedHub>
{
    [Fact]
    public async Task A_domain_is_served_once_its_record_says_so_and_no_longer_when_it_is_taken_away()
    {
        var durango = await served.NewPlaceAsync();
        var (page, host) = ($"/gestion/entidades/{durango.Slug}/vida/dominio", $"abierto-{durango.Slug}.example");
        using var operating = await served.InTheNationAsync(Role.PlatformOperator);

        Assert.Equal($"{page}?hecho=agregado", (await operating.SendAsync(page, new() { ["Host"] = host.ToUpperInvariant() })).Location);
        await served.LearnPlacesAsync();
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(host));

        served.Names.Texts = ["v=spf1 -all"];
        var early = await operating.SendAsync(page, [], "form[action*=Verify]");
        Assert.NotEmpty(early.Errors);
        served.Names.Texts = null;
        Assert.NotEmpty((await operating.SendAsync(page, [], "form[action*=Verify]")).Errors);

        served.Names.Texts = [(await DomainAsync(durango)).RecordText];
        Assert.Equal($"{page}?hecho=verificado", (await operating.SendAsync(page, [], "form[action*=Verify]")).Location);
        Assert.Equal($"_openstatehub.{host}", served.Names.Asked);
        await served.LearnPlacesAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(host));
        await served.Site.WithinASecondAsync(durango.Slug, "/", tracker => tracker.QuerySelector("link[rel=canonical]")?.GetAttribute("href") == $"http://{host}/");
        Assert.Contains($"http://{host}/", (await served.Site.ReadAsync(null, $"/entidades/{durango.Slug}")).Body!.InnerHtml, StringComparison.Ordinal);

        Assert.Equal($"{page}?hecho=quitado", (await operating.SendAsync(page, [], "form[action*=Remove]")).Location);
        await served.LearnPlacesAsync();
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(host));
    }

    [Fact]
    public async Task A_domain_belongs_to_one_place_and_none_of_the_hubs_is_taken()
    {
        var (durango, morelos) = (await served.NewPlaceAsync(), await served.NewPlaceAsync("morelos"));
        using var operating = await served.InTheNationAsync(Role.PlatformOperator);
        string PageOf(Tenant place) => $"/gestion/entidades/{place.Slug}/vida/dominio";

        foreach (var wrong in new[] { "", "abierto", "durango.localhost", "a.local", "http://a.mx" })
        {
            var refused = await operating.SendAsync(PageOf(durango), new() { ["Host"] = wrong });
            Assert.True(refused.Page.QuerySelector("#host-error") is not null, wrong);
            Assert.Equal(wrong, refused.Page.QuerySelector("#host")!.GetAttribute("value"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await operating.SendAsync(PageOf(durango), new() { ["Host"] = "uno.example" })).Status);
        Assert.NotNull((await operating.SendAsync(PageOf(morelos), new() { ["Host"] = "uno.example" })).Page.QuerySelector("#host-error"));
        Assert.Equal(LifeRefusals.DomainPresent, await served.AsAsync(await served.NationalAsync(), scope =>
            scope.GetRequiredService<AddDomain>().ExecuteAsync(durango.Slug, "dos.example", "localhost", default)));
    }

    private async Task<HttpStatusCode> AskAsync(string host)
    {
        using var client = served.Site.CreateDefaultClient(new Uri($"http://{host}"));
        return (await client.GetAsync("/")).StatusCode;
    }

    private async Task<PlaceDomain> DomainAsync(Tenant place) => await served.AsAsync(await served.NationalAsync(), async scope =>
        (await scope.GetRequiredService<FindPlaceLife>().ExecuteAsync(place.Slug, default))!.Domain!);
}

/// <summary>A hub whose domain name system says what the test wants.</summary>
public sealed class NamedHub(PostgresServer server) : ServedHub(server)
{
    public ToldNames Names { get; } = new();

    public override IServiceCollection OfTheSite(IServiceCollection site) => site.AddSingleton<IResolveDomain>(Names);
}

public sealed class ToldNames : IResolveDomain
{
    /// <summary>Null: nobody answers.</summary>
    public IReadOnlyList<string>? Texts { get; set; }

    public string? Asked { get; private set; }

    public Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct)
    {
        Asked = name;
        return Task.FromResult(Texts);
    }
}
