using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Pages.Privacy;

namespace OpenStateHub.Integration.Tests.Privacy;

/// <summary>Anybody asks a place about their data: confirmed by mail, answered in time with reasons, at that place alone.</summary>
public sealed class ArcoTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private const string Form = "/aviso-de-privacidad/arco";

    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        place = await hub.NewPlaceAsync();
        await hub.PersonAsync(place, Role.Administrator);
    }

    [Fact]
    public async Task A_request_is_confirmed_answered_and_carried_out()
    {
        using var citizen = site.Browser(place.Slug);
        using var office = await site.SignedInAsync(place.Slug, Role.Administrator);
        var link = await AskAsync(citizen);

        // Nobody sees it before its author confirmed.
        Assert.Empty((await office.OpenAsync("/gestion/arco")).Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.Redirect, (await citizen.SendAsync(link, [])).Status);

        var path = (await office.OpenAsync("/gestion/arco")).Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.NotNull((await office.SendAsync(path, new() { ["Outcome"] = "Granted", ["Reasons"] = "" })).Page.QuerySelector("#reasons-error"));
        Assert.NotNull((await office.SendAsync(path, new() { ["Outcome"] = "", ["Reasons"] = "Procede." })).Page.QuerySelector("#outcome-error"));
        Assert.Equal($"{path}?hecho=respondida", (await office.SendAsync(path, new() { ["Outcome"] = "Granted", ["Reasons"] = "Se corrige su nombre." })).Location);

        Assert.Contains("Se corrige su nombre.", (await citizen.OpenAsync(link)).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await hub.LettersAsync(place), letter => letter.Recipient == "ana@ejemplo.mx" && letter.Text!.Contains("Se corrige su nombre.", StringComparison.Ordinal));

        Assert.Equal($"{path}?hecho=cumplida", (await office.SendAsync(path, [], "form[action*=Carry], form[action*=carry]")).Location);
        Assert.Contains("Concluida", (await office.OpenAsync("/gestion/arco")).Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(db => db.NoticeAcceptances.CountAsync(a => a.Purpose == NoticePurpose.Arco)));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        using var citizen = site.Browser(place.Slug);

        foreach (var (field, id) in new[] { ("Kind", "kind"), ("Text", "text"), ("Name", "name"), ("Address", "address"), ("Accepts", "accepts") })
        {
            var fields = Filled();
            fields[field] = "";
            var answer = await citizen.SendAsync(Form, fields);

            Assert.NotNull(answer.Page.QuerySelector($"#{id}-error"));
            Assert.Equal(field == "Name" ? null : "Ana Ríos", answer.Page.QuerySelector("#name")!.GetAttribute("value") is { Length: > 0 } kept ? kept : null);
        }

        Assert.Equal(0, await CountAsync(db => db.ArcoRequests.CountAsync()));
    }

    [Fact]
    public async Task A_link_and_a_request_of_one_place_are_nothing_at_another()
    {
        var other = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(other, Role.Administrator);
        using var citizen = site.Browser(place.Slug);
        using var elsewhere = site.Browser(other.Slug);
        using var office = await site.SignedInAsync(other.Slug, Role.Administrator);
        var link = await AskAsync(citizen);
        await citizen.SendAsync(link, []);
        var id = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ArcoRequests.Select(r => r.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.OpenAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync($"/gestion/arco/{id}")).Status);
    }

    [Fact]
    public async Task One_address_is_not_flooded_and_what_nobody_confirms_is_forgotten()
    {
        using var citizen = site.Browser(place.Slug);

        for (var attempt = 0; attempt <= AskArco.MostADay; attempt++)
        {
            Assert.Equal($"{Form}?enviado=true", (await citizen.SendAsync(Form, Filled())).Location);
        }

        Assert.Equal(AskArco.MostADay, (await hub.LettersAsync(place)).Count);
        await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ArcoRequests.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.AskedAt, hub.Clock.Now - ArcoRequest.Patience)));
        await hub.AsAsync(place, scope => scope.GetRequiredService<ForgetArco>().ExecuteAsync(default));
        Assert.Equal(0, await CountAsync(db => db.ArcoRequests.CountAsync()));
    }

    [Fact]
    public async Task By_night_the_administrators_hear_of_what_is_due_once_and_the_letter_names_nobody()
    {
        using var citizen = site.Browser(place.Slug);
        await citizen.SendAsync(await AskAsync(citizen), []);
        var before = (await hub.LettersAsync(place)).Count;
        await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ArcoRequests.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.DueOn, place.Today(hub.Clock).AddDays(2))));

        for (var night = 0; night < 2; night++)
        {
            await site.Services.GetRequiredService<TenantScopes>().RunAsync(place, scope => scope.GetRequiredService<ArcoLetters>().ExecuteAsync(default));
        }

        var letters = await hub.LettersAsync(place);
        Assert.Equal(before + 1, letters.Count);
        var reminder = letters.Single(letter => letter.Recipient == GivenPeople.EmailOf(Role.Administrator));
        Assert.DoesNotContain("Ana", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@ejemplo.mx", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_sets_its_own_periods()
    {
        using var office = await site.SignedInAsync(place.Slug, Role.Administrator);
        using var citizen = site.Browser(place.Slug);

        Assert.NotNull((await office.SendAsync("/gestion/arco/plazos", new() { ["AnswerDays"] = "0", ["CarryDays"] = "15" })).Page.QuerySelector("#answerdays-error"));
        Assert.NotNull((await office.SendAsync("/gestion/arco/plazos", new() { ["AnswerDays"] = "diez", ["CarryDays"] = "15" })).Page.QuerySelector("#answerdays-error"));
        await office.SendAsync("/gestion/arco/plazos", new() { ["AnswerDays"] = "10", ["CarryDays"] = "5" });
        await citizen.SendAsync(await AskAsync(citizen), []);

        var due = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ArcoRequests.Select(r => r.DueOn).SingleAsync());
        Assert.Equal(WorkingDays.After(place.Today(hub.Clock), 10), due);
    }

    private async Task<string> AskAsync(Browser citizen)
    {
        Assert.Equal($"{Form}?enviado=true", (await citizen.SendAsync(Form, Filled())).Location);
        var letter = (await hub.LettersAsync(place)).Last(one => one.Recipient == "ana@ejemplo.mx");
        return new Uri(letter.Text!.Split('\n').First(line => line.Contains("/aviso-de-privacidad/arco/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }

    private static Dictionary<string, string> Filled() => new()
    {
        ["Kind"] = "Rectification", ["Text"] = "Mi nombre está mal escrito.", ["Name"] = "Ana Ríos", ["Address"] = "ana@ejemplo.mx", ["Accepts"] = "true",
    };

    private Task<int> CountAsync(Func<HubDbContext, Task<int>> count) => hub.AsAsync(place, scope => count(scope.GetRequiredService<HubDbContext>()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
