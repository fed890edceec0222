using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Pages.Following;

namespace OpenStateHub.Integration.Tests.Following;

/// <summary>Letters to who follows something: after a second yes, each act once, and ended by one click.</summary>
public sealed class FollowerTests(FollowSite shared) : IClassFixture<FollowSite>
{
    [Fact]
    public async Task Nobody_gets_a_letter_before_confirming()
    {
        const string address = "sin-confirmar@ejemplo.mx";
        using var browser = shared.Site.Browser("durango");
        var asked = await browser.SendAsync($"/seguir?sobre={FollowSite.About}", new() { ["Address"] = address, ["Frequency"] = "AtOnce", ["Accepts"] = "true" });
        Assert.Equal((HttpStatusCode.Redirect, ""), (asked.Status, asked.Errors));
        await shared.ActAsync();
        await TellAsync();

        var letter = Assert.Single(await shared.LettersToAsync(address));
        Assert.Contains("/seguir/confirmar/", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("list-unsubscribe", letter.Headers.Keys);

        // Opening the link is not yet a yes: mail programs open links by themselves.
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(FollowSite.LinkIn(letter.Text))).Status);
        await shared.ActAsync();
        await TellAsync();
        Assert.Single(await shared.LettersToAsync(address));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(FollowSite.LinkIn(letter.Text), [])).Status);
        await shared.ActAsync();
        await TellAsync();
        Assert.Equal(2, (await shared.LettersToAsync(address)).Count);
    }

    [Fact]
    public async Task What_happens_arrives_by_mail_with_its_link_to_leave()
    {
        const string address = "ana@ejemplo.mx";
        await shared.FollowAsync(address);
        await shared.ActAsync();
        await TellAsync();

        var news = (await shared.LettersToAsync(address))[^1];
        Assert.Equal("Novedad: Agua Limpia", news.Subject);
        Assert.Contains("Se reportó avance de la actividad: Tomar las muestras. Lo hizo: Aguas del Municipio.", news.Text, StringComparison.Ordinal);
        Assert.Contains("http://durango.localhost:8080/compromisos/agua-limpia", news.Text, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", news.Headers["list-unsubscribe-post"]);
        Assert.EndsWith(FollowSite.LinkIn(news.Text) + ">", news.Headers["list-unsubscribe"], StringComparison.Ordinal);
        Assert.Equal([PrivacyNotice.Version], await shared.ReadAsync(db => db.NoticeAcceptances
            .Where(a => db.Followers.Any(f => f.Id == a.SubjectId && f.Address == address)).Select(a => a.Version).ToListAsync()));
    }

    [Fact]
    public async Task A_mail_program_ends_it_by_one_post_without_a_session()
    {
        const string address = "un-clic@ejemplo.mx";
        await shared.FollowAsync(address);
        await shared.ActAsync();
        await TellAsync();
        var link = new Uri((await shared.LettersToAsync(address))[^1].Headers["list-unsubscribe"].Trim('<', '>')).AbsolutePath;

        using var program = shared.Site.At("durango");
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(link, body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(link, null)).StatusCode);

        await shared.ActAsync();
        await TellAsync();
        Assert.Equal(2, (await shared.LettersToAsync(address)).Count);
        Assert.False(await shared.ReadAsync(db => db.Followers.AnyAsync(f => f.Address == address)));
    }

    [Fact]
    public async Task A_person_opens_the_link_and_presses_the_button_or_asks_for_fewer()
    {
        const string address = "con-boton@ejemplo.mx";
        await shared.FollowAsync(address);
        await shared.ActAsync();
        await TellAsync();
        var link = FollowSite.LinkIn((await shared.LettersToAsync(address))[^1].Text);
        using var browser = shared.Site.Browser("durango");

        var (status, page) = await browser.OpenAsync(link);
        Assert.Equal((HttpStatusCode.OK, "Dejar de recibirlos"), (status, page.QuerySelector("main button")?.TextContent));
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(link + "?handler=Less", new() { ["Frequency"] = "Weekly" })).Status);
        Assert.Equal(Frequency.Weekly, await shared.ReadAsync(db => db.Followers.Where(f => f.Address == address).Select(f => f.Frequency).SingleAsync()));

        Assert.Contains("Su correo quedó borrado", (await browser.SendAsync(link, [])).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await shared.ReadAsync(db => db.Followers.AnyAsync(f => f.Address == address)));
    }

    [Fact]
    public async Task The_days_news_come_together_at_eight_in_the_morning()
    {
        const string address = "diario@ejemplo.mx";
        await shared.FollowAsync(address, Frequency.Daily);
        await shared.ActAsync();
        await shared.ActAsync();
        var next = await TellAsync();
        Assert.Equal(1, await shared.QueuedAsync(address));

        var noon = shared.Hub.Clock.Now;
        Assert.Equal(shared.Place.InstantOf(new(2026, 6, 16), new(8, 0)), next);
        shared.Hub.Clock.Now = next!.Value;
        await TellAsync();
        await TellAsync();
        shared.Hub.Clock.Now = noon;

        Assert.Equal(["2 novedades: Agua Limpia"], await shared.ReadAsync(db =>
            db.MailQueue.Where(mail => mail.Recipient == address && mail.Unsubscribe != null).Select(mail => mail.Subject).ToListAsync()));
    }

    [Fact]
    public async Task The_database_keeps_hashes_of_links_only_and_another_place_does_not_know_them()
    {
        const string address = "cifrado@ejemplo.mx";
        await shared.FollowAsync(address);
        await shared.ActAsync();
        await TellAsync();
        var links = (await shared.LettersToAsync(address)).Select(letter => FollowSite.LinkIn(letter.Text)).ToList();

        Assert.Equal(2, links.Distinct().Count());
        using var elsewhere = shared.Site.At("morelos");

        foreach (var link in links)
        {
            var hash = LinkToken.HashOf(link.Split('/')[^1]);
            Assert.True(await shared.ReadAsync(db => db.Followers.Select(f => f.TokenHash).Concat(db.FollowerLetters.Select(l => l.TokenHash)).ContainsAsync(hash)));
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(link)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync(links[1], null)).StatusCode);
        Assert.True(await shared.ReadAsync(db => db.Followers.AnyAsync(f => f.Address == address)));
    }

    [Fact]
    public async Task Whoever_asks_again_gets_one_letter_an_act_and_a_mailbox_is_not_filled()
    {
        const string twice = "dos-veces@ejemplo.mx", flooded = "inundado@ejemplo.mx";
        await shared.FollowAsync(twice, Frequency.Weekly);
        await shared.FollowAsync(twice);
        await shared.ActAsync();
        await TellAsync();
        Assert.Equal(3, await shared.QueuedAsync(twice));

        for (var i = 0; i < AskToFollow.MostADay + 2; i++)
        {
            await shared.AskAsync(flooded);
        }

        Assert.Equal(AskToFollow.MostADay, await shared.QueuedAsync(flooded));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_is_not_public_cannot_be_followed()
    {
        using var browser = shared.Site.Browser("durango");

        Assert.Contains("aviso de privacidad", (await browser.SendAsync("/seguir", new() { ["Address"] = "ana@ejemplo.mx" })).Errors, StringComparison.Ordinal);
        Assert.Contains("nombre@ejemplo.mx", (await browser.SendAsync("/seguir", new() { ["Address"] = "ana", ["Accepts"] = "true" })).Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/seguir?sobre=commitment/no-existe")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync("/seguir?sobre=seat/x")).Status);
    }

    private async Task<DateTimeOffset?> TellAsync()
    {
        var next = await shared.Site.Services.GetRequiredService<TenantScopes>().RunAsync(
            shared.Place, scope => scope.GetRequiredService<FollowerLetters>().ExecuteAsync(default));
        await FollowSite.ToldAsync(shared.Hub, shared.Place);
        return next;
    }
}
