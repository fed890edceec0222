using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat.Decisions;

public sealed class VotePagesTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        place = await hub.NewPlaceAsync("veracruz");
    }

    [Fact]
    public async Task Veracruz_heads_would_pass_it_and_sectors_do_not_and_page_and_api_say_why()
    {
        const string Why = "La sociedad civil votó en contra; hace falta el común acuerdo de los tres sectores.";
        var seats = await hub.SeatsAsync(place, 6, 3, 1);
        var decision = GivenVotes.FreeText(await hub.OpenSessionAsync(place, seats.Select(seat => seat.Id)));
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        await hub.AllVoteAsync(place, decision.Id, seats, sector => sector is Sector.CivilSociety ? VoteChoice.Against : VoteChoice.InFavour);
        Assert.Null(await hub.VoteAsync(place, decision.Id, seats[6].Id, VoteChoice.Against, "No hubo consulta."));
        await hub.PersonAsync(place, Role.Administrator);
        using var administrator = await site.SignedInAsync(place.Slug, Role.Administrator);
        Assert.Equal($"/decisiones/{decision.Id}", (await administrator.SendAsync($"/gestion/votaciones/{decision.Id}/cerrar", [])).Location);

        var page = await site.ReadAsync(place.Slug, $"/decisiones/{decision.Id}");
        Assert.Equal(Why, page.QuerySelector("main .lead")?.TextContent.Trim());
        Assert.Contains("No aprobada", page.QuerySelector("main .badge")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("No hubo consulta.", page.QuerySelector(".tally-reason")?.TextContent, StringComparison.Ordinal);

        using var client = site.At(place.Slug);
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/decisions"));
        var item = answer.RootElement.GetProperty("items")[0];
        Assert.Equal(("NotPassed", "AllThree", Why), (item.GetProperty("outcome").GetString(), item.GetProperty("rule").GetString(), item.GetProperty("explanation").GetString()));
        Assert.Equal(
            [("Government", "InFavour", 6), ("CivilSociety", "Against", 3), ("Guarantor", "InFavour", 1)],
            item.GetProperty("sectors").EnumerateArray().Select(sector =>
                (sector.GetProperty("sector").GetString(), sector.GetProperty("vote").GetString(), sector.GetProperty("seats").GetArrayLength())));
        using var english = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/decisions/{decision.Id}?lang=en"));
        Assert.Equal("Civil society voted against; the common accord of all three sectors is needed.", english.RootElement.GetProperty("explanation").GetString());

        using var elsewhere = site.At((await hub.NewPlaceAsync("morelos")).Slug);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/decisiones/{decision.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/decisiones/{decision.Id}/en-vivo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/api/v1/decisions/{decision.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_member_votes_with_one_tap_and_changes_it_and_an_administrator_has_no_vote()
    {
        var seats = await hub.SeatsAsync(place, 1, 1, 1);
        await hub.PersonAsync(place, Role.Administrator);
        await MemberAsync(seats[1].Id);
        using var administrator = await site.SignedInAsync(place.Slug, Role.Administrator);
        using var member = await site.SignedInAsync(place.Slug, Role.SecretariatMember);

        var opened = await administrator.SendAsync("/gestion/votaciones/nueva?asunto=FreeText", new()
        {
            ["Form.Title"] = "Publicar el padrón",
            ["Form.Text"] = "Se publica.",
        });
        var id = opened.Location!.Split('/')[2];
        var page = $"/gestion/votaciones/{id}";
        Assert.Contains("Publicar el padrón", Assert.Single(await hub.LettersAsync(place)).Subject, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.OpenAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.PostAsync(page, new() { ["Choice"] = "InFavour" })).Status);
        Assert.NotEmpty((await member.SendAsync(page, [])).Errors);
        Assert.Equal(page, (await member.SendAsync(page, new() { ["Choice"] = "InFavour" })).Location);
        Assert.Equal(page, (await member.SendAsync(page, new() { ["Choice"] = "Against", ["Reason"] = "Falta el anexo." })).Location);

        var (_, voted) = await member.OpenAsync(page);
        Assert.Contains("En contra", voted.QuerySelector("[role=status]")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Falta el anexo.", voted.QuerySelector("#reason")?.TextContent.Trim());
        Assert.Contains("Todavía hay asientos", (await administrator.SendAsync($"{page}/cerrar", [])).Errors, StringComparison.Ordinal);

        hub.Clock.Now = hub.Clock.Now.AddDays(6);
        await hub.AsAsync(place, scope => scope.GetRequiredService<CloseDueDecisions>().ExecuteAsync(default));
        var (_, closed) = await administrator.OpenAsync($"/decisiones/{id}");
        Assert.Equal("El gobierno y el órgano garante no respondieron en el plazo; sin una respuesta de cada sector no hay quórum.", closed.QuerySelector("main .lead")?.TextContent.Trim());
    }

    [Fact]
    public async Task An_open_screen_hears_of_a_vote_and_holds_no_connection()
    {
        var seats = await hub.SeatsAsync(place, 1, 1, 1);
        var decision = hub.InWriting();
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        using var client = site.At(place.Slug);
        using var ends = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await client.GetAsync($"/decisiones/{decision.Id}/en-vivo", ends.Token);
        await using var stream = await client.GetStreamAsync("/cambios", ends.Token);
        using var events = new StreamReader(stream);
        Assert.StartsWith("data:", await events.ReadLineAsync(ends.Token), StringComparison.Ordinal);

        Assert.Null(await hub.VoteAsync(place, decision.Id, seats[0].Id, VoteChoice.InFavour));

        string? line;

        do
        {
            line = await events.ReadLineAsync(ends.Token);
        }
        while (line?.StartsWith("data:", StringComparison.Ordinal) == false);

        Assert.NotNull(line);
        Assert.Contains("A favor 1", await client.GetStringAsync($"/decisiones/{decision.Id}/en-vivo", ends.Token), StringComparison.Ordinal);
    }

    private async Task MemberAsync(Guid seat)
    {
        await hub.PersonAsync(place, Role.SecretariatMember);
        await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().RoleGrants
            .Where(grant => grant.Role == Role.SecretariatMember)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ScopeId, (Guid?)seat)));
    }

    public ValueTask DisposeAsync()
    {
        hub.Clock.Now = TestClock.FirstDay;
        return ValueTask.CompletedTask;
    }
}
