using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;
using OpenStateHub.Web.Pages.Secretariat;

namespace OpenStateHub.Integration.Tests.Secretariat;

/// <summary>What was agreed stays in sight until it is done: for everybody, and for whoever administers.</summary>
public sealed class AgreementsTests(ServedHub served) : InAPlace(served)
{
    private const string Office = "/gestion/acuerdos";

    private Browser browser = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        browser = await AdministratorAsync();
    }

    [Fact]
    public async Task An_agreement_is_added_followed_and_read_by_everybody()
    {
        await SavedAsync($"{Office}/agregar", Written("Publicar el informe", due: "2026-06-10"));
        await SavedAsync($"{Office}/agregar", Written("Convocar a la mesa", due: "2026-07-10", responsible: "Contraloría"));

        var late = await site.WithinASecondAsync(durango.Slug, "/acuerdos?vencidos=1", page => page.QuerySelectorAll(".agreement").Length == 1);
        Assert.Contains("Vencido desde el 10 de junio de 2026", late.QuerySelector(".agreement-late")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Acuerdo 2026/001", late.QuerySelector(".agreement")!.TextContent, StringComparison.Ordinal);

        await SavedAsync($"{Office}/seguir?acuerdo={await IdAsync("Publicar el informe")}", new() { ["State"] = "Done", ["Text"] = "Se publicó el 12 de junio." });

        await site.WithinASecondAsync(durango.Slug, "/acuerdos?estado=Done", page => page.QuerySelector(".agreement-notes")?.TextContent.Contains("Se publicó", StringComparison.Ordinal) is true);
        Assert.Empty((await site.ReadAsync(durango.Slug, "/acuerdos?vencidos=1")).QuerySelectorAll(".agreement"));
        Assert.Single((await site.ReadAsync(durango.Slug, "/acuerdos?responsable=Contralor%C3%ADa")).QuerySelectorAll(".agreement"));
        using var client = site.At(durango.Slug);
        Assert.Contains("Convocar a la mesa", await client.GetStringAsync("/acuerdos.csv?estado=Pending"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/acuerdos?responsable=nadie")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/acuerdos?estado=pending")).StatusCode);
        Assert.Contains("Se dio seguimiento a un acuerdo", (await site.ReadAsync(durango.Slug, "/historial")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await hub.AsAsync(durango, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task Each_refusal_stands_beside_its_field_and_a_number_is_nobodys_to_take()
    {
        var first = Written("Uno");
        await SavedAsync($"{Office}/agregar", new(first) { ["Number"] = "STL/01" });
        (string Field, string Text)[] wrong =
            [("Title", ""), ("Text", " "), ("AgreedOn", ""), ("AgreedOn", "2026-06-16"), ("DueOn", "2026-05-01"), ("Number", "STL/01"), ("Number", "2026/001")];

        foreach (var (field, text) in wrong)
        {
            var answer = await browser.SendAsync($"{Office}/agregar", new(first) { [field] = text });
            Assert.True(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error") is not null, $"{field}: {text}");
        }

        var follow = $"{Office}/seguir?acuerdo={await IdAsync("Uno")}";
        Assert.NotNull((await browser.SendAsync(follow, new() { ["Text"] = "" })).Page.QuerySelector("#text-error"));
        Assert.NotEmpty((await browser.SendAsync(follow, new() { ["Text"] = "Con otra versión.", ["Revision"] = "7" })).Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{Office}/seguir?acuerdo={Guid.CreateVersion7()}")).Status);
    }

    [Fact]
    public async Task Administrators_are_reminded_a_week_before_and_once_more_when_it_is_overdue()
    {
        await SavedAsync($"{Office}/agregar", Written("Publicar el informe", due: "2026-06-22"));
        var before = await LettersAsync();

        await RemindAsync();
        await RemindAsync();
        var week = await LettersAsync();
        hub.Clock.Now = hub.Clock.Now.AddDays(8);
        await RemindAsync();
        await RemindAsync();

        Assert.Equal((1, 2), (week - before, await LettersAsync() - before));
        Assert.Contains($"http://{durango.Slug}.localhost:8080/gestion/acuerdos/seguir?acuerdo={await IdAsync("Publicar el informe")}", await LastLetterAsync());
    }

    private static Dictionary<string, string> Written(string title, string due = "", string responsible = "") => new()
    {
        ["Title"] = title, ["Text"] = "Como consta en el acta.", ["AgreedOn"] = "2026-06-01", ["DueOn"] = due, ["Responsible"] = responsible,
    };

    private async Task SavedAsync(string page, Dictionary<string, string> values)
    {
        var answer = await browser.SendAsync(page, values);
        Assert.Equal((page, "", $"{Office}?hecho=guardado"), (page, answer.Errors, answer.Location));
    }

    private async Task RemindAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(durango);
        await scope.ServiceProvider.GetRequiredService<AgreementReminders>().ExecuteAsync(default);
    }

    private async Task<int> LettersAsync() => (await hub.LettersAsync(durango)).Count;

    private Task<string> LastLetterAsync() => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().MailQueue.OrderByDescending(letter => letter.Id).Select(letter => letter.Text!).FirstAsync());

    private Task<Guid> IdAsync(string title) => hub.AsAsync(durango, scope =>
        scope.GetRequiredService<HubDbContext>().Agreements.Where(a => a.Title == title).Select(a => a.Id).SingleAsync());

    public override ValueTask DisposeAsync()
    {
        browser.Dispose();
        return base.DisposeAsync();
    }
}
