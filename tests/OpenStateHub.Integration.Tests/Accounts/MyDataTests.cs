using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>What a place keeps about somebody is theirs to read, to correct, and to take away as far as the public record allows.</summary>
public sealed class MyDataTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private const string Mine = "/cuenta/mis-datos";
    private const string Leave = "/cuenta/mis-datos/baja";

    private readonly HubSite site = hub.Site;
    private Tenant place = null!;

    private static string Email => GivenPeople.EmailOf(Role.Evaluator);

    public async ValueTask InitializeAsync()
    {
        place = await hub.NewPlaceAsync();
        await hub.PersonAsync(place, Role.Administrator);
        await hub.PersonAsync(place, Role.Evaluator);
    }

    [Fact]
    public async Task The_download_holds_everything_that_names_the_person_and_no_secret_and_nobody_else()
    {
        var other = await hub.NewPlaceAsync("morelos");
        await hub.PersonAsync(other, Role.Evaluator);
        using var browser = await site.SignedInAsync(place.Slug, Role.Evaluator);

        using var answer = await browser.GetAsync($"{Mine}?handler=Download");
        var text = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        var records = json.RootElement.GetProperty("records");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(["invitations", "role_grants", "sign_ins", "users"], records.EnumerateObject().Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(1, records.GetProperty("users").GetArrayLength());
        Assert.Contains(Email, text, StringComparison.Ordinal);
        Assert.DoesNotContain(GivenPeople.EmailOf(Role.Administrator), text, StringComparison.Ordinal);
        Assert.All(["password_hash", "security_stamp", "token_hash", "tenant_id"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_names_a_person_by_a_key_is_found_whoever_adds_the_table()
    {
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select count(*) filter (where cardinality(conkey) <> 2), count(*) from pg_constraint where contype = 'f' and confrelid = 'users'::regclass
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        // The function takes the second column of such a key for the person.
        Assert.Equal(0, reader.GetInt64(0));
        Assert.True(reader.GetInt64(1) > 10);
    }

    [Fact]
    public async Task A_name_is_corrected_and_a_wrong_one_refused_beside_its_field()
    {
        using var browser = await site.SignedInAsync(place.Slug, Role.Evaluator);

        Assert.NotNull((await browser.SendAsync(Mine, new() { ["Name"] = " " })).Page.QuerySelector("#name-error"));
        Assert.Equal($"{Mine}?hecho=guardado", (await browser.SendAsync(Mine, new() { ["Name"] = "Ana Ríos" })).Location);
        Assert.Contains("Ana Ríos", (await browser.OpenAsync("/gestion")).Page.QuerySelector(".masthead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_nothing_is_deleted()
    {
        using var browser = await site.SignedInAsync(place.Slug, Role.Evaluator);

        Assert.NotNull((await browser.SendAsync(Leave, new() { ["Password"] = "no es esta" })).Page.QuerySelector("#password-error"));
        Assert.Equal("/cuenta/entrar?hecho=baja", (await browser.SendAsync(Leave, new() { ["Password"] = GivenPeople.Password })).Location);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/gestion")).Status);
        Assert.Equal(0, await CountAsync(db => db.Users.CountAsync(person => person.Email == Email)));
        Assert.Equal(0, await CountAsync(db => db.Invitations.CountAsync(invitation => invitation.Email == Email)));
        Assert.Equal(0, await CountAsync(db => db.RoleGrants.CountAsync(grant => grant.Role == Role.Evaluator)));
    }

    [Fact]
    public async Task Of_whoever_acted_the_act_and_the_office_stay_and_the_name_and_the_address_go()
    {
        await hub.AsAsync(place, async scope =>
        {
            var person = await scope.GetRequiredService<HubDbContext>().Users.Where(p => p.Email == Email).Select(p => p.Id).SingleAsync();
            Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
                new() { Email = "nueva@ejemplo.mx", Role = Role.Participant, InvitedBy = person }, _ => null, default));
        });
        using var browser = await site.SignedInAsync(place.Slug, Role.Evaluator);
        using var administrator = await site.SignedInAsync(place.Slug, Role.Administrator);

        await browser.SendAsync(Leave, new() { ["Password"] = GivenPeople.Password });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/gestion")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(Email)).Status);
        Assert.Equal(0, await CountAsync(db => db.Users.CountAsync(p => p.Email == Email || p.Name == "Persona Evaluator")));
        Assert.Equal(1, await CountAsync(db => db.RoleGrants.CountAsync(g => g.Role == Role.Evaluator && g.EndedAt != null && g.Office == "Oficina de prueba")));
        Assert.Equal(1, await CountAsync(db => db.Invitations.CountAsync(i => i.InvitedBy != null)));
        Assert.DoesNotContain("retiró sus datos", (await administrator.OpenAsync("/gestion/personas")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_does_not_leave_the_place_alone()
    {
        using var browser = await site.SignedInAsync(place.Slug, Role.Administrator);

        var refused = await browser.SendAsync(Leave, new() { ["Password"] = GivenPeople.Password });

        Assert.NotEmpty(refused.Errors);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion")).Status);
    }

    private Task<int> CountAsync(Func<HubDbContext, Task<int>> count) => hub.AsAsync(place, scope => count(scope.GetRequiredService<HubDbContext>()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
