using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat;

/// <summary>A municipality offers its guarantor seat to its state: what happens stands at both places, or at neither.</summary>
public sealed class SeatOffersTests(ServedHub served) : InAPlace(served)
{
    private const string Offer = "/gestion/secretariado/asiento-del-garante";

    private Tenant lerdo = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var slug = $"lerdo-{durango.Slug}";
        await hub.AsAsync(await hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<AddTenant>().ExecuteAsync(
            new(slug, "Lerdo", TenantKind.Municipality, null, durango.Slug), default)));
        await hub.LearnPlacesAsync();
        lerdo = await hub.FindAsync(slug);
        await hub.PersonAsync(lerdo, Role.Administrator, "alcaldia@ejemplo.mx");
    }

    [Fact]
    public async Task Accepted_the_body_sits_there_and_its_holder_is_invited_to_that_place()
    {
        using var there = await MunicipalityAsync();
        using var state = await AdministratorAsync();
        Assert.Equal(Offer, (await there.SendAsync(Offer, new() { ["Message"] = "Lo necesitamos en enero." })).Location);
        Assert.Null((await there.OpenAsync(Offer)).Page.QuerySelector("main form"));
        Assert.Contains(await hub.LettersAsync(durango), letter => letter.Recipient == GivenPeople.EmailOf(Role.Administrator) && letter.Subject.Contains("Lerdo", StringComparison.Ordinal));

        var answer = (await state.OpenAsync("/gestion")).Page.QuerySelector(".matters a[href*='/ofrecimientos/']")!.GetAttribute("href")!;
        Assert.Contains("Lo necesitamos en enero.", (await state.OpenAsync(answer)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(answer, (await state.SendAsync(answer, new() { ["Organization"] = "IDAIP", ["Name"] = "Comisionada", ["Email"] = "ella@ejemplo.mx" })).Location);

        await hub.AsAsync(lerdo, async scope =>
        {
            var seat = Assert.Single(await scope.GetRequiredService<HubDbContext>().Seats.ToListAsync());
            Assert.Equal((Sector.Guarantor, "IDAIP"), (seat.Sector, seat.Organization));
        });
        Assert.Contains(await hub.LettersAsync(lerdo), letter => letter.Recipient == "ella@ejemplo.mx");
        Assert.Contains("aceptado", (await there.OpenAsync(Offer)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // A second answer, from a page that stayed open, changes nothing.
        Assert.Null((await state.OpenAsync(answer)).Page.QuerySelector("main form"));
        Assert.Equal(OfferRefusals.Closed, (await hub.AsAsync(durango, scope => scope.GetRequiredService<DeclineSeatOffer>().ExecuteAsync(
            Guid.Parse(answer.Split('/')[^1]), "Tarde", default))).Refusal);
    }

    [Fact]
    public async Task Declined_with_a_reason_that_the_municipality_reads_it_may_be_offered_again()
    {
        using var there = await MunicipalityAsync();
        using var state = await AdministratorAsync();
        await there.SendAsync(Offer, []);
        var answer = (await state.OpenAsync("/gestion")).Page.QuerySelector(".matters a[href*='/ofrecimientos/']")!.GetAttribute("href")!;

        Assert.Contains("Diga por qué no", (await state.SendAsync(answer, [], "form[action*=Decline]")).Errors, StringComparison.Ordinal);
        Assert.Equal(answer, (await state.SendAsync(answer, new() { ["Reason"] = "Este año no hay personal." }, "form[action*=Decline]")).Location);

        var page = (await there.OpenAsync(Offer)).Page;
        Assert.Contains("Este año no hay personal.", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task What_is_refused_there_leaves_nothing_here()
    {
        using var there = await MunicipalityAsync();
        await there.SendAsync(Offer, []);
        await hub.SeatsAsync(lerdo, 0, 0, 1);

        var refusal = await hub.AsAsync(durango, async scope =>
        {
            var id = await scope.GetRequiredService<HubDbContext>().SeatOffers.Select(offer => offer.Id).SingleAsync();
            return (await scope.GetRequiredService<AcceptSeatOffer>().ExecuteAsync(new() { OfferId = id, Organization = "IDAIP" }, (_, _) => null, default)).Refusal;
        });

        Assert.Equal(OfferRefusals.SeatHeldAlready, refusal);
        Assert.Equal(OfferStatus.Open, await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().SeatOffers.Select(offer => offer.Status).SingleAsync()));
    }

    [Fact]
    public async Task Only_a_municipality_offers_and_no_other_place_sees_it()
    {
        using var there = await MunicipalityAsync();
        await there.SendAsync(Offer, []);
        var morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
        using var other = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        var id = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().SeatOffers.Select(offer => offer.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/gestion/secretariado/ofrecimientos/{id}")).Status);
        Assert.Equal(OfferRefusals.NoMunicipality, await hub.AsAsync(morelos, scope => scope.GetRequiredService<OfferGuarantorSeat>().ExecuteAsync(null, _ => null!, default)));
        Assert.Equal(OfferRefusals.OpenAlready, await hub.AsAsync(lerdo, scope => scope.GetRequiredService<OfferGuarantorSeat>().ExecuteAsync(null, _ => null!, default)));
    }

    private async Task<Browser> MunicipalityAsync()
    {
        var browser = site.Browser(lerdo.Slug);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("alcaldia@ejemplo.mx")).Status);
        return browser;
    }
}
