using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.OpenData;

/// <summary>What a place and the nation give to everybody as files.</summary>
public sealed class OpenDataTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestHub hub = new(server);
    private HubSite site = null!;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        site = new HubSite(hub);
        place = await hub.PlaceAsync("durango");
        await FillAsync("IDAIP");
    }

    [Fact]
    public async Task The_secretariat_is_told_in_the_spelling_of_Popolo_and_every_field_is_explained()
    {
        await hub.AsAsync(place, async scope =>
        {
            var seat = (await scope.GetRequiredService<FindSecretariat>().ExecuteAsync(new(2026, 6, 15), default)).Seats[0];
            Assert.Null((await scope.GetRequiredService<NameSeatMember>().ExecuteAsync(
                new() { SeatId = seat.Id, Capacity = SeatCapacity.Alternate, Name = "Secretaría técnica", Office = "Titular", FromOn = new(2026, 2, 1) }, _ => null, default)).Refusal);
            Assert.Null(await scope.GetRequiredService<NameFacilitator>().ExecuteAsync(new() { Organization = "UAEM" }, default));
        });
        using var client = site.At("durango");

        var popolo = await client.GetFromJsonAsync<JsonElement>("/datos/popolo.json");
        var dictionary = await client.GetStringAsync("/datos/popolo-diccionario.csv");

        var organizations = Ids(popolo, "organizations");
        var membership = popolo.GetProperty("memberships")[0];
        Assert.Equal("alternate", membership.GetProperty("role").GetString());
        Assert.Equal("2026-02-01", membership.GetProperty("start_date").GetString());
        Assert.Equal("sector-Guarantor", membership.GetProperty("organization_id").GetString());
        Assert.Contains(membership.GetProperty("on_behalf_of_id").GetString(), organizations);
        Assert.Contains(membership.GetProperty("person_id").GetString(), Ids(popolo, "persons"));
        Assert.Contains(membership.GetProperty("post_id").GetString(), Ids(popolo, "posts"));
        Assert.Contains(popolo.GetProperty("posts")[0].GetProperty("organization_id").GetString(), organizations);
        Assert.Contains(popolo.GetProperty("memberships")[1].GetProperty("member").GetProperty("id").GetString(), organizations);
        Assert.All(
            from list in popolo.EnumerateObject() from item in list.Value.EnumerateArray() from field in item.EnumerateObject() select $"{list.Name},{field.Name},",
            line => Assert.Contains(line, dictionary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_is_told_by_sector_and_by_seat_in_the_spelling_of_Popolo()
    {
        var veracruz = await hub.PlaceAsync("veracruz");
        var seats = await hub.SeatsAsync(veracruz, 6, 3, 1);
        var decision = hub.InWriting();
        Assert.Null(await hub.PutToVoteAsync(veracruz, decision));
        await hub.AllVoteAsync(veracruz, decision.Id, seats, sector => sector is Sector.CivilSociety ? VoteChoice.Against : VoteChoice.InFavour);
        Assert.Null(await hub.CloseAsync(veracruz, decision.Id));
        using var client = site.At("veracruz");
        await Eventually.IsAsync(TimeSpan.FromSeconds(15), async () => (await client.GetAsync("/")).IsSuccessStatusCode);

        var popolo = await client.GetFromJsonAsync<JsonElement>("/datos/popolo.json");

        var vote = Assert.Single(popolo.GetProperty("vote_events").EnumerateArray());
        Assert.Equal("fail", Assert.Single(popolo.GetProperty("motions").EnumerateArray()).GetProperty("result").GetString());
        Assert.Equal(
            ["sector-Government yes", "sector-CivilSociety no", "sector-Guarantor yes"],
            vote.GetProperty("group_results").EnumerateArray().Select(group => $"{group.GetProperty("group_id").GetString()} {group.GetProperty("value").GetString()}"));
        Assert.Equal(seats.Count, vote.GetProperty("votes").GetArrayLength());
        Assert.Subset(Ids(popolo, "posts").ToHashSet(), vote.GetProperty("votes").EnumerateArray().Select(seat => seat.GetProperty("post_id").GetString()).ToHashSet());
        Assert.Subset(Ids(popolo, "organizations").ToHashSet(), vote.GetProperty("votes").EnumerateArray().Select(seat => seat.GetProperty("voter_id").GetString()).ToHashSet());
        var dictionary = await client.GetStringAsync("/datos/popolo-diccionario.csv");
        Assert.All(
            from list in new[] { "motions", "vote_events" } from item in popolo.GetProperty(list).EnumerateArray() from field in item.EnumerateObject() select $"{list},{field.Name},",
            line => Assert.Contains(line, dictionary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_listed_download_answers()
    {
        foreach (var host in new[] { "durango", null })
        {
            using var client = site.At(host);
            var page = await site.ReadAsync(host, "/datos");
            var addresses = page.QuerySelectorAll(".downloads a").Select(link => link.GetAttribute("href")!).ToList();

            Assert.NotEmpty(addresses);
            Assert.Contains(page.QuerySelectorAll("footer a"), link => link.GetAttribute("href") == "/datos");

            foreach (var address in addresses)
            {
                Assert.Equal((host, address, HttpStatusCode.OK), (host, address, (await client.GetAsync(address)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_day_that_is_over_keeps_its_heads_and_they_anchor_the_chain()
    {
        var start = hub.Clock.Now;
        hub.Clock.Now = start.AddDays(1);
        await FillAsync("CEGAIP");
        using var national = site.At(null);

        var first = LedgerAnchor.From((await national.GetStringAsync("/datos/cadenas.txt?fecha=2026-06-15")).TrimEnd('\n'))!;
        var second = LedgerAnchor.From((await national.GetStringAsync("/datos/cadenas.txt?fecha=2026-06-16")).TrimEnd('\n'))!;
        Assert.Equal(("durango", 1, "durango", 2), (first.Slug, first.Sequence, second.Slug, second.Sequence));
        Assert.Empty(await FaultsAsync(first));
        Assert.Empty(await FaultsAsync(second));
        Assert.Equal(LedgerFaultKind.AnchorDiffers, Assert.Single(await FaultsAsync(first with { Hash = second.Hash })).Kind);

        var page = await site.ReadAsync(null, "/datos/cadenas?fecha=2026-06-15");
        Assert.Equal(first.Hash, page.QuerySelector(".chains code")!.TextContent);
        Assert.Equal("", await national.GetStringAsync("/datos/cadenas.txt?fecha=2026-06-14"));
        using var local = site.At("durango");
        Assert.Equal(HttpStatusCode.NotFound, (await local.GetAsync("/datos/cadenas")).StatusCode);
        hub.Clock.Now = start;
    }

    private static List<string?> Ids(JsonElement popolo, string list) => [.. popolo.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("id").GetString())];

    private Task FillAsync(string organization) => hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
        new() { Sector = Sector.Guarantor, Organization = organization, OrganizationType = OrganizationType.PublicBody, FromOn = new(2026, 1, 1), Source = "Acta" }, default)));

    private Task<IReadOnlyList<LedgerFault>> FaultsAsync(LedgerAnchor anchor) =>
        hub.AsAsync(place, async scope => (await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(anchor, default)).Faults);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
