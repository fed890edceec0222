using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>/gestion/correo: did our mail go out, and what can be done about what did not.</summary>
public sealed class QueuePageTests(PostgresServer server) : IAsyncLifetime
{
    private const string Path = "/gestion/correo";

    private readonly MailHub hub = new(server);

    private Tenant place = null!;
    private HubSite site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        place = await hub.PlaceAsync("durango");
        await hub.PersonAsync(place, Role.Administrator);
        site = new HubSite(hub);
        browser = await site.SignedInAsync("durango", Role.Administrator);
    }

    [Fact]
    public async Task Without_a_server_the_page_says_that_mail_waits()
    {
        await hub.QueueAsync(place, MailHub.Letter("Invitación"), "ana@ejemplo.mx");

        var (_, page) = await browser.OpenAsync(Path);

        Assert.Contains("todavía no tiene servidor de correo", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("ana@ejemplo.mx", Rows(page).Single().TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("pingüino", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_shown_first_with_its_reason_and_is_sent_again_one_by_one_or_all()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "unknown1@ejemplo.mx", "unknown2@ejemplo.mx", "unknown3@ejemplo.mx", "zoe@ejemplo.mx");
        await hub.DeliverAsync(place);

        var (_, page) = await browser.OpenAsync(Path);
        Assert.Equal(3, Rows(page).Length);
        Assert.All(Rows(page), row => Assert.Contains("puede estar mal escrita", row.TextContent, StringComparison.Ordinal));
        Assert.Contains("5.1.1 No such user here", TextOf(page), StringComparison.Ordinal);

        var one = await browser.SendAsync(Path, [], "tbody form[action$=Again]");
        Assert.Equal($"{Path}?hecho=reenviado", one.Location);
        Assert.Equal(2, await CountAsync(MailStatus.Failed));

        await browser.SendAsync(Path, [], "tbody form[action$=Discard]");
        Assert.Equal((1, 3), (await CountAsync(MailStatus.Failed), (await hub.MailAsync(place)).Count));

        await browser.SendAsync(Path, [], ".actions-list");
        Assert.Equal((0, 2), (await CountAsync(MailStatus.Failed), await CountAsync(MailStatus.Waiting)));
    }

    [Fact]
    public async Task A_letter_of_another_place_is_unknown()
    {
        var other = await hub.PlaceAsync("morelos");
        await hub.QueueAsync(other, MailHub.Letter(), "unknown@ejemplo.mx");
        await hub.QueueAsync(place, MailHub.Letter(), "unknown@ejemplo.mx");
        await hub.DeliverAsync(other);
        await hub.DeliverAsync(place);
        var theirs = (await hub.OneAsync(other)).Id;

        foreach (var handler in new[] { "Again", "Discard" })
        {
            var answer = await browser.SendAsync(Path, new() { ["id"] = $"{theirs}" }, $"tbody form[action$={handler}]");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(MailStatus.Failed, (await hub.OneAsync(other)).Status);
    }

    [Fact]
    public async Task Over_the_limit_the_page_says_until_when()
    {
        await hub.AsAsync(place, scope => scope.GetRequiredService<LimitMail>().ExecuteAsync(1, null, default));
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx", "eva@ejemplo.mx");
        await hub.DeliverAsync(place);

        var (_, page) = await browser.OpenAsync(Path);

        Assert.Contains("Se alcanzó el límite de 1 correos por hora o 2,000 por día", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("el siguiente sale hoy a las 13:00", TextOf(page), StringComparison.Ordinal);
        Assert.Single(Rows((await browser.OpenAsync(Path + "?lista=enviados")).Page));
    }

    [Fact]
    public async Task The_sender_is_named_and_a_name_too_long_is_refused()
    {
        var path = Path + "/remitente";

        var refused = await browser.SendAsync(path, new() { ["Name"] = new string('a', 81) });
        Assert.Contains("80 letras", refused.Errors, StringComparison.Ordinal);

        Assert.Equal($"{Path}?hecho=remitente", (await browser.SendAsync(path, new() { ["Name"] = "Durango Abierto" })).Location);
        Assert.Contains("Durango Abierto", TextOf((await browser.OpenAsync(Path)).Page), StringComparison.Ordinal);

        await browser.SendAsync(path, new() { ["Name"] = "" });
        Assert.DoesNotContain("Durango Abierto", TextOf((await browser.OpenAsync(Path)).Page), StringComparison.Ordinal);
    }

    private async Task<int> CountAsync(MailStatus status) => (await hub.MailAsync(place)).Count(mail => mail.Status == status);

    private static string TextOf(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static IHtmlCollection<IElement> Rows(IDocument page) => page.QuerySelectorAll("main tbody tr");

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await site.DisposeAsync();
        await hub.DisposeAsync();
    }
}
