using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Network;

/// <summary>What places offer and need, in public, and where the nation sees both meet.</summary>
public sealed class OffersTests(ServedHub served) : InAPlace(served)
{
    private const string Office = "/gestion/red";

    [Fact]
    public async Task An_offer_is_public_at_once_recorded_changed_and_withdrawn()
    {
        using var browser = await AdministratorAsync();

        Assert.Equal($"{Office}?hecho=guardado", (await browser.SendAsync($"{Office}/agregar?que=Offer", An("Plantillas de actas"))).Location);
        Assert.Contains("Plantillas de actas", Text(await site.ReadAsync(durango.Slug, "/red?que=Offer&tema=Secretariat")), StringComparison.Ordinal);
        Assert.Contains("Plantillas de actas", Text(await site.ReadAsync(null, "/red?tema=Secretariat")), StringComparison.Ordinal);
        Assert.DoesNotContain("Plantillas de actas", Text(await site.ReadAsync(null, "/red?que=Need")), StringComparison.Ordinal);

        var id = await IdAsync(durango);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync($"{Office}/cambiar?oferta={id}", new() { ["Title"] = "Actas modelo" })).Status);
        await site.WithinASecondAsync(null, "/red?tema=Secretariat", page => Text(page).Contains("Actas modelo", StringComparison.Ordinal));
        var late = await browser.SendAsync($"{Office}/cambiar?oferta={id}", new() { ["Title"] = "Tarde", ["Revision"] = "0" });
        Assert.NotEmpty(late.Errors);
        Assert.Equal("Tarde", late.Page.QuerySelector("#title")!.GetAttribute("value"));

        Assert.Equal($"{Office}?hecho=retirado", (await browser.SendAsync(Office, [], "form[action*=Withdraw]")).Location);
        await site.WithinASecondAsync(durango.Slug, "/red", page => !Text(page).Contains("Actas modelo", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Office}/cambiar?oferta={id}")).Status);
        var acts = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
        Assert.Equal([NetworkActs.OfferPublished, NetworkActs.OfferChanged, NetworkActs.OfferWithdrawn], acts);
        Assert.Empty(await hub.AsAsync(durango, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults));
    }

    [Fact]
    public async Task Each_error_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        using var browser = await AdministratorAsync();

        foreach (var (field, text) in new[] { ("Topic", ""), ("Title", " "), ("Title", new string('x', OfferText.MaxTitleLength + 1)), ("About", ""), ("ContactOffice", "") })
        {
            var answer = await browser.SendAsync($"{Office}/agregar?que=Need", new(An("Capacitación")) { [field] = text });

            Assert.True(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error") is not null, field);
            Assert.Equal("Need", answer.Page.QuerySelector("input[name=que]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Another_place_neither_changes_it_nor_learns_that_it_could()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var browser = await AdministratorAsync();
        await browser.SendAsync($"{Office}/agregar?que=Offer", An("Solo de Durango"));
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        var id = await IdAsync(durango);

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync($"{Office}/cambiar?oferta={id}")).Status);
        Assert.Equal(NetworkRefusals.OfferUnknown, await hub.AsAsync(morelos, scope => scope.GetRequiredService<ChangeOffer>().WithdrawAsync(id, 0, default)));
        Assert.DoesNotContain("Solo de Durango", Text(await site.ReadAsync(morelos.Slug, "/red")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nation_sees_where_a_need_meets_an_offer_and_the_one_in_need_whom_to_ask()
    {
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var browser = await AdministratorAsync();
        using var elsewhere = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        using var monitor = await hub.InTheNationAsync(Role.NationalMonitor);
        await elsewhere.SendAsync($"{Office}/agregar?que=Offer", An("Taller de datos", Topic.OpenData));
        await browser.SendAsync($"{Office}/agregar?que=Need", An("Publicar datos", Topic.OpenData));

        var met = (await monitor.OpenAsync(Office)).Page.QuerySelector("section[aria-labelledby=tema-OpenData]")!;
        Assert.NotNull(met.QuerySelector(".badge-done"));
        Assert.Contains("Taller de datos", met.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.OpenAsync(Office)).Page.QuerySelector($"a[href*='preguntar?entidad={morelos.Slug}']"));
        Assert.Null((await elsewhere.OpenAsync(Office)).Page.QuerySelector("a[href*='preguntar?entidad=']"));
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync($"{Office}/agregar")).Status);
    }

    [Theory]
    [InlineData("/red?que=offer")]
    [InlineData("/red?tema=Nada")]
    [InlineData("/red?p=0")]
    public async Task A_filter_has_one_spelling(string address)
    {
        using var client = site.At(durango.Slug);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    private static Dictionary<string, string> An(string title, Topic topic = Topic.Secretariat) =>
        new() { ["Topic"] = topic.ToString(), ["Title"] = title, ["About"] = "Con gusto lo compartimos.", ["ContactOffice"] = "Dirección de Gobierno Abierto" };

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    private Task<Guid> IdAsync(Tenant place) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().PublishedOffers.Where(o => o.TenantId == place.Id).Select(o => o.Id).SingleAsync());
}
