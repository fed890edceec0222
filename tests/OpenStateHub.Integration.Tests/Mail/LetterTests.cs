using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>Letters as a mail program reads them at the other end of a real server.</summary>
public sealed class LetterTests(PostgresServer server) : IAsyncLifetime
{
    private readonly MailHub hub = new(server);

    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        place = await hub.PlaceAsync("durango");
    }

    [Fact]
    public async Task A_letter_arrives_whole_over_an_encrypted_connection_that_we_signed_in_to()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");

        Assert.Null(await hub.DeliverAsync(place));

        var mail = Assert.Single(hub.Smtp.Received);
        Assert.True(mail.IsEncrypted);
        Assert.Equal(SmtpServer.User, mail.User);
        Assert.Equal(("durango", SmtpServer.From), (mail.FromName, mail.FromAddress));
        Assert.Equal("Sesión del secretariado: ¿mañana?", mail.Subject);
        Assert.Equal($"<{(await hub.OneAsync(place)).Id:N}@hub.example>", mail.MessageId);
        Assert.Equal("es", mail.Headers["content-language"]);
        Assert.Equal("auto-generated", mail.Headers["auto-submitted"]);
        Assert.Contains("date", mail.Headers.Keys);
        Assert.StartsWith("multipart/alternative", mail.Headers["content-type"], StringComparison.Ordinal);
        Assert.DoesNotContain("list-unsubscribe", mail.Headers.Keys);
    }

    [Fact]
    public async Task Both_parts_say_the_same_and_nothing_in_them_is_markup()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        var mail = Assert.Single(hub.Smtp.Received);
        Assert.Contains("El niño pingüino <b>no</b> es & fue.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Abrir la sesión:\nhttps://durango.example/sesiones?id=1&lang=es\n", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("El niño pingüino &lt;b&gt;no&lt;/b&gt; es &amp; fue.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("""href="https://durango.example/sesiones?id=1&amp;lang=es" """.TrimEnd(), mail.Html, StringComparison.Ordinal);
        Assert.Contains("""<html lang="es">""", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_says_how_to_end_it()
    {
        var address = "https://durango.example/avisos/dejar?clave=abc";
        await hub.QueueAsync(place, MailHub.Letter() with { Unsubscribe = new("Dejar de recibir estos avisos", address) }, "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        var mail = Assert.Single(hub.Smtp.Received);
        Assert.Equal($"<{address}>", mail.Headers["list-unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["list-unsubscribe-post"]);
        Assert.Contains($"Dejar de recibir estos avisos: {address}", mail.Text, StringComparison.Ordinal);
        Assert.Contains(address, mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_file_travels_with_its_method()
    {
        const string calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:1@hub.example\r\nSEQUENCE:2\r\nSUMMARY:Sesión\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        await hub.QueueAsync(place, MailHub.Letter() with { Attachments = [new("sesion.ics", "text/calendar; method=CANCEL", calendar)] }, "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        var mail = Assert.Single(hub.Smtp.Received);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal(("sesion.ics", "text/calendar", "CANCEL"), (file.Name, file.ContentType, file.Method));
        Assert.Equal(calendar, file.Text.ReplaceLineEndings("\r\n"));
        Assert.NotNull(mail.Html);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_begins_no_header()
    {
        await hub.QueueAsync(place, MailHub.Letter("Sesión\r\nBcc: todos@ejemplo.mx"), "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        var mail = Assert.Single(hub.Smtp.Received);
        Assert.Equal("Sesión Bcc: todos@ejemplo.mx", mail.Subject);
        Assert.DoesNotContain("bcc", mail.Headers.Keys);
    }

    [Fact]
    public async Task A_letter_that_leads_anywhere_but_to_the_web_is_not_queued() =>
        await Assert.ThrowsAsync<ArgumentException>(() => hub.QueueAsync(place, MailHub.Letter() with { Action = new("Abrir", "javascript:alert(1)") }, "ana@ejemplo.mx"));

    [Fact]
    public async Task A_place_is_seen_by_the_name_that_it_chose()
    {
        await hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<NameMailSender>().ExecuteAsync("Gobierno abierto de Durango, \"año\" 2026", default)));
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        Assert.Equal("Gobierno abierto de Durango, \"año\" 2026", Assert.Single(hub.Smtp.Received).FromName);
    }

    [Theory]
    [InlineData("", "es", "Invitación al gobierno abierto de durango", "Aceptar la invitación", "Restablecer su contraseña de durango")]
    [InlineData("?lang=en", "en", "Invitation to the open government of durango", "Accept the invitation", "Reset your password of durango")]
    public async Task Letters_about_accounts_come_in_the_language_of_the_page(string query, string language, string invitation, string action, string reset)
    {
        await hub.PersonAsync(place, Role.Administrator);
        await using var site = new HubSite(hub);
        using var browser = site.Browser("durango");
        await browser.SignInAsync(GivenPeople.EmailOf(Role.Administrator));
        await browser.SendAsync($"/gestion/personas/invitar{query}{(query.Length > 0 ? "&" : "?")}funcion=Evaluator", new() { ["Email"] = "nueva@ejemplo.mx", ["Office"] = "Cabildo" });
        await browser.SendAsync($"/cuenta/olvide{query}", new() { ["Email"] = GivenPeople.EmailOf(Role.Administrator) });

        // The site's own worker may have a letter in hand.
        await hub.DeliverAsync(place);
        await Eventually.IsAsync(TimeSpan.FromSeconds(30), () => Task.FromResult(hub.Smtp.Received.Count == 2));

        Assert.Equal([invitation, reset], hub.Smtp.Received.Select(mail => mail.Subject).Order());
        var invited = hub.Smtp.Received.Single(mail => mail.Recipient == "nueva@ejemplo.mx");
        Assert.Equal(language, invited.Headers["content-language"]);
        Assert.Contains(action, invited.Html, StringComparison.Ordinal);
        Assert.Contains("https://durango.localhost/cuenta/invitacion/", invited.Text, StringComparison.Ordinal);
        Assert.Contains("https://durango.localhost/cuenta/invitacion/", invited.Html, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
