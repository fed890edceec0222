using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Network;

/// <summary>What two places write to each other: both hold every word in rows of their own, and nobody else holds any.</summary>
public sealed class ConversationTests(ServedHub served) : InAPlace(served)
{
    private const string Secret = "¿Cómo lograron el quórum de sociedad civil?";
    private const string Answer = "Con una convocatoria abierta y dos reuniones.";

    private Tenant morelos = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        morelos = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(morelos, Role.Administrator);
    }

    [Fact]
    public async Task A_place_asks_and_the_other_answers_each_on_its_own_side()
    {
        using var asking = await AdministratorAsync();
        using var asked = await site.SignedInAsync(morelos.Slug, Role.Administrator);
        var there = PageOf(await AskAsync(asking));

        Assert.Contains("Espera su respuesta", (await asked.OpenAsync("/gestion/red")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await asked.OpenAsync("/gestion")).Page.QuerySelector($"a[href='{there}']"));
        var read = (await asked.OpenAsync(there)).Page.QuerySelector("main")!.TextContent;
        Assert.Contains(Secret, read, StringComparison.Ordinal);
        Assert.Contains("Oficina de prueba", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Persona Administrator", read, StringComparison.Ordinal);

        Assert.NotNull((await asked.SendAsync(there, new() { ["Text"] = " " })).Page.QuerySelector("#text-error"));
        Assert.Equal($"{there}?hecho=enviado", (await asked.SendAsync(there, new() { ["Text"] = Answer })).Location);
        Assert.Contains(Answer, (await asking.OpenAsync(there)).Page.QuerySelector(".talk-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await asked.OpenAsync("/gestion")).Page.QuerySelector($"a[href='{there}']"));

        Assert.Equal($"{there}?hecho=cerrado", (await asking.SendAsync(there, [], "form[action*=Close]")).Location);
        Assert.Null((await asked.OpenAsync(there)).Page.QuerySelector("main form"));
        Assert.Equal([(true, Secret), (false, Answer)], await SaidAsync(durango));
        Assert.Equal([(false, Secret), (true, Answer)], await SaidAsync(morelos));
    }

    [Fact]
    public async Task The_other_side_hears_by_mail_and_the_letter_keeps_the_words_to_itself()
    {
        using var asking = await AdministratorAsync();
        var there = PageOf(await AskAsync(asking));

        var letter = Assert.Single(await QueueAsync(morelos));
        Assert.Equal(GivenPeople.EmailOf(Role.Administrator), letter.Recipient);
        Assert.Contains($"https://{morelos.Slug}.localhost{there}", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("quórum", letter.Text + letter.Subject + letter.Html, StringComparison.Ordinal);
        Assert.Empty(await QueueAsync(durango));
    }

    [Fact]
    public async Task Nobody_else_has_any_of_it()
    {
        var veracruz = await hub.NewPlaceAsync("veracruz");
        await hub.PersonAsync(veracruz, Role.Administrator);
        using var asking = await AdministratorAsync();
        using var third = await site.SignedInAsync(veracruz.Slug, Role.Administrator);
        var id = await AskAsync(asking);

        Assert.Equal(HttpStatusCode.NotFound, (await third.OpenAsync(PageOf(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await third.OpenAsync($"/gestion/ayuda/{id}")).Status);
        Assert.Empty(await SaidAsync(veracruz));
        Assert.Empty(await SaidAsync(await hub.NationalAsync()));

        foreach (var place in new[] { veracruz, await hub.NationalAsync() })
        {
            Assert.Equal(NetworkRefusals.ConversationUnknown, await hub.AsAsync(place, scope => scope.GetRequiredService<SendMessage>().ExecuteAsync(
                id, new SendMessage.Input("Hola", Guid.CreateVersion7(), "Otra", (_, _, _) => throw new InvalidOperationException()), default)));
        }
    }

    [Fact]
    public async Task A_forged_word_from_a_third_place_does_not_arrive()
    {
        var veracruz = await hub.NewPlaceAsync("veracruz");
        using var asking = await AdministratorAsync();
        var id = await AskAsync(asking);
        var theirs = await hub.AsAsync(durango, scope => scope.GetRequiredService<HubDbContext>().Conversations.AsNoTracking().SingleAsync(c => c.Id == id));
        var forged = new ConversationMessage { Id = Guid.CreateVersion7(), ConversationId = id, FromHere = true, Office = "Otra", Text = "Falso", SentAt = theirs.BegunAt };

        Assert.Equal(NetworkRefusals.OtherSideIsGone, await hub.AsAsync(morelos, scope => scope.GetRequiredService<ReceiveMessage>().ExecuteAsync(
            new ReceiveMessage.Input(veracruz, theirs, Begins: false, forged, null!), default)));
        Assert.Equal([(false, Secret)], await SaidAsync(morelos));
    }

    [Fact]
    public async Task Whoever_rests_is_not_written_to_and_nothing_stays_half_said()
    {
        using var asking = await AdministratorAsync();
        var there = PageOf(await AskAsync(asking));
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<SuspendTenant>().ExecuteAsync(morelos.Slug, default));
        await hub.LearnPlacesAsync();

        var refused = await asking.SendAsync(there, new() { ["Text"] = "¿Siguen ahí?" });

        Assert.NotEmpty(refused.Errors);
        Assert.Equal("¿Siguen ahí?", refused.Page.QuerySelector("#text")!.TextContent.Trim());
        Assert.Single(await SaidAsync(durango));
        Assert.Equal(HttpStatusCode.NotFound, (await asking.OpenAsync($"/gestion/red/preguntar?entidad={morelos.Slug}")).Status);
        Assert.DoesNotContain(morelos.Slug, (await asking.OpenAsync("/gestion/red/preguntar?q=morelos")).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_at_once_both_arrive_on_both_sides()
    {
        using var asking = await AdministratorAsync();
        var id = await AskAsync(asking);
        var writers = await Task.WhenAll(PersonAsync(durango), PersonAsync(morelos));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => hub.AsAsync(n % 2 == 0 ? durango : morelos, scope =>
            scope.GetRequiredService<SendMessage>().ExecuteAsync(id, new SendMessage.Input($"Palabra {n}", writers[n % 2], "Oficina", ALetter), default))));

        Assert.All(outcomes, Assert.Null);
        var (here, there) = (await SaidAsync(durango), await SaidAsync(morelos));
        Assert.Equal(11, here.Count);
        Assert.Equal(here.Select(said => (!said.FromHere, said.Text)).Order(), there.Select(said => (said.FromHere, said.Text)).Order());
    }

    [Fact]
    public async Task Assistance_has_an_owner_at_the_nation_and_an_answer()
    {
        var nation = await hub.NationalAsync();
        using var asking = await AdministratorAsync();
        using var monitor = await hub.InTheNationAsync(Role.NationalMonitor);
        Assert.NotNull((await asking.SendAsync("/gestion/ayuda/pedir", new() { ["Text"] = "Ayuda" })).Page.QuerySelector("#subject-error"));
        var location = (await asking.SendAsync("/gestion/ayuda/pedir", new() { ["Subject"] = "Instalación", ["Text"] = Secret })).Location!;
        var page = location.Split('?')[0];

        Assert.NotNull((await monitor.OpenAsync("/gestion/ayuda?estado=Open")).Page.QuerySelector($"a[href='{page}']"));
        var desk = (await monitor.OpenAsync(page)).Page;
        var mine = desk.QuerySelector("#owner option:last-child")!.GetAttribute("value")!;
        Assert.Equal($"{page}?hecho=encargado", (await monitor.SendAsync(page, new() { ["Owner"] = mine }, "form[action*=Owner]")).Location);
        Assert.NotEmpty((await monitor.PostAsync($"{page}?handler=Owner", new(Browser.FieldsOf(desk.QuerySelector("form[action*=Owner]")!)) { ["Owner"] = Guid.CreateVersion7().ToString() })).Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await monitor.SendAsync(page, new() { ["Text"] = Answer })).Status);

        Assert.Contains(Answer, (await asking.OpenAsync(page)).Page.QuerySelector(".talk-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await SaidAsync(nation), said => said is (false, Secret));
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync("/gestion/ayuda/pedir")).Status);
    }

    private static Letter ALetter(Tenant there, ConversationKind kind, Guid id) =>
        new() { Language = "es", Subject = "Mensaje", Paragraphs = ["Hay un mensaje."], Footer = "Aviso" };

    private static string PageOf(Guid id) => $"/gestion/red/preguntas/{id}";

    private async Task<Guid> AskAsync(Browser asking)
    {
        var sent = await asking.SendAsync($"/gestion/red/preguntar?entidad={morelos.Slug}", new() { ["Subject"] = "Quórum", ["Text"] = Secret });
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return Guid.Parse(sent.Location!.Split('?')[0].Split('/')[^1]);
    }

    private Task<Guid> PersonAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Users.Select(person => person.Id).FirstAsync());

    private Task<List<QueuedMail>> QueueAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().MailQueue.AsNoTracking().ToListAsync());

    private async Task<List<(bool FromHere, string Text)>> SaidAsync(Tenant place) => (await hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().ConversationMessages.OrderBy(m => m.SentAt).ThenBy(m => m.Id).Select(m => new { m.FromHere, m.Text }).ToListAsync()))
        .ConvertAll(m => (m.FromHere, m.Text));
}
