using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Secretariat.Sessions;

public sealed class SessionTests(MeetingHub hub) : IClassFixture<MeetingHub>
{
    [Fact]
    public async Task A_change_and_a_cancellation_reach_each_seat_as_the_same_calendar_entry()
    {
        var place = await hub.SecretariatAsync("morelos");
        using var admin = await hub.AsAsync(place, "admin");
        var office = $"/gestion/sesiones/{await hub.DraftedAsync(place)}";
        await admin.SendAsync(office, [], "main form[action$='handler=Call']");
        await admin.SendAsync($"{office}/datos", new() { ["Form.From"] = "18:00", ["Form.Place"] = "Auditorio, planta baja; puerta 2" });
        var withoutReason = await admin.SendAsync($"{office}/cancelar", []);
        await admin.SendAsync($"{office}/cancelar", new() { ["Reason"] = "No hay sede." });

        Assert.NotNull(withoutReason.Page.QuerySelector("#reason-error"));
        var letters = await hub.CallsAsync(place);
        Assert.Equal(
            MeetingHub.Seated.Select(seat => MeetingHub.EmailOf(seat.Name)).Order(), letters.Where(letter => letter.Subject.StartsWith("Convocatoria", StringComparison.Ordinal)).Select(letter => letter.Recipient).Order());
        Assert.Equal(3 * MeetingHub.Seated.Length, letters.Count);
        List<ReadCalendar> read = [];

        foreach (var letter in letters.Where(letter => letter.Recipient == MeetingHub.EmailOf("garante")))
        {
            read.Add(await ReadCalendar.OfAsync(letter.Calendar));
        }

        var events = read.ConvertAll(calendar => Assert.Single(calendar.Events));
        Assert.Equal([("REQUEST", 0, "CONFIRMED"), ("REQUEST", 1, "CONFIRMED"), ("CANCEL", 2, "CANCELLED")], read.Zip(events, (c, e) => (c.Method, e.Sequence, e.Status)));
        Assert.Single(events.Select(e => e.Uid).Distinct());
        Assert.Equal(events[0].Start.AddHours(1), events[1].Start);
        Assert.Equal("Auditorio, planta baja; puerta 2", events[1].Location);
        Assert.Equal(["mailto:garante@ejemplo.mx"], events[1].Attendees);
        await hub.Site.WithinASecondAsync("morelos", "/sesiones", page => page.QuerySelector("main")!.TextContent.Contains("Cancelada", StringComparison.Ordinal));
        using var anybody = hub.Site.At("morelos");
        Assert.Equal(events[2].Uid, Assert.Single((await ReadCalendar.OfAsync(await anybody.GetStringAsync("/sesiones.ics"))).Events).Uid);
    }

    [Fact]
    public async Task Without_a_sector_a_session_closes_as_one_without_quorum()
    {
        var place = await hub.SecretariatAsync("veracruz");
        var id = await hub.ClosedAsync(place, "gobierno", "hacienda", "garante");

        var page = (await hub.Site.ReadAsync("veracruz", $"/sesiones/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Sin quórum", page, StringComparison.Ordinal);
        Assert.Contains("No hubo quórum.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_nobodys_and_elsewhere_a_session_is_like_one_that_does_not_exist()
    {
        var place = await hub.SecretariatAsync("oaxaca");
        var (draft, called) = (await hub.DraftedAsync(place), await hub.CalledAsync(place));
        using var there = hub.Site.At("oaxaca");
        using var elsewhere = hub.Site.At(null);

        foreach (var page in new[] { "/sesiones/{0}", "/sesiones/{0}/en-vivo", "/sesiones/{0}/sesion.ics" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(there, page, called));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(there, page, draft));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(elsewhere, page, called));
        }

        Assert.Single((await ReadCalendar.OfAsync(await there.GetStringAsync("/sesiones.ics"))).Events);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(there, "/sesiones/{0}/acta.txt", called));
        using var foreign = await hub.AsAsync(await hub.SecretariatAsync("puebla"), "admin");

        foreach (var page in new[] { "", "/datos", "/orden-del-dia", "/cancelar", "/lista", "/acta" })
        {
            Assert.Equal((page, HttpStatusCode.NotFound), (page, (await foreign.OpenAsync($"/gestion/sesiones/{called}{page}")).Status));
        }
    }

    [Fact]
    public async Task Three_sectors_who_sign_at_once_publish_once_and_a_second_seat_of_a_sector_is_refused()
    {
        var place = await hub.SecretariatAsync("tlaxcala");
        var id = await hub.ClosedAsync(place, "gobierno", "sociedad", "garante");
        var sha256 = await PresentedAsync(place, id);
        var people = await PeopleAsync(place);

        var outcomes = await Task.WhenAll(people.Select(person => hub.AsAsync(place, scope => scope.GetRequiredService<SignMinutes>().ExecuteAsync(id, person, sha256, default))));

        Assert.Equal(3, outcomes.Count(outcome => outcome is null));
        Assert.Single(await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.Where(e => e.Act == "minutes.published").ToListAsync()));
        foreach (var attempt in new[] { "update minutes set text = 'otro', sha256 = encode(sha256('otro'), 'hex')", "delete from sessions", "update minutes_signatures set sector = sector", "delete from minutes" })
        {
            await using var connection = await hub.OpenAsync(place.Id);
            await using var command = new NpgsqlCommand(attempt, connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.RestrictViolation, PostgresErrorCodes.InsufficientPrivilege });
        }
    }

    [Fact]
    public async Task Who_changes_what_somebody_changed_meanwhile_is_told()
    {
        var place = await hub.SecretariatAsync("jalisco");
        var id = await hub.DraftedAsync(place);

        var refusal = await hub.AsAsync(place, scope => scope.GetRequiredService<ReviseSession>().ExecuteAsync(id, hub.InputIn(9), 0, MeetingHub.Letter, default));

        Assert.Equal(SessionRefusals.ChangedMeanwhile, refusal);
    }

    [Fact]
    public async Task Six_months_without_a_session_are_said_once_to_each_administrator_and_in_what_needs_them()
    {
        var place = await hub.SecretariatAsync("hidalgo");
        await hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<RecordInstallationStep>().ExecuteAsync(
            new RecordInstallationStep.Input { Kind = InstallationStepKind.Installation, Title = "Instalación", OccurredOn = new(2025, 12, 15) }, default)));
        await RemindAsync(place);
        await RemindAsync(place);

        var letters = await hub.LettersAsync(place);
        using var admin = await hub.AsAsync(place, "admin");

        Assert.Single(letters, letter => letter.Subject.StartsWith("Falta sesionar", StringComparison.Ordinal));
        Assert.Contains("Falta convocar una sesión", (await admin.OpenAsync("/gestion")).Page.QuerySelector(".matters")!.TextContent, StringComparison.Ordinal);
        await hub.CalledAsync(place);
        Assert.DoesNotContain("Falta convocar", (await admin.OpenAsync("/gestion")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private Task RemindAsync(Tenant place) => hub.AsAsync(place, scope => scope.GetRequiredService<RemindOfSession>().ExecuteAsync(
        _ => new Letter { Language = "es", Subject = "Falta sesionar", Paragraphs = ["x"], Footer = "x" }, default));

    private Task<string> PresentedAsync(Tenant place, Guid id) => hub.AsAsync(place, async scope =>
    {
        Assert.Null(await scope.GetRequiredService<DraftMinutes>().ExecuteAsync(id, "Acta", default));
        Assert.Null(await scope.GetRequiredService<PresentMinutes>().ExecuteAsync(id, 0, default));
        return (await scope.GetRequiredService<FindSession>().ExecuteAsync(id, drafts: true, default))!.Minutes!.Sha256!;
    });

    private Task<List<Guid>> PeopleAsync(Tenant place) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().RoleGrants.Where(grant => grant.Role == Role.SecretariatMember).Select(grant => grant.UserId).ToListAsync());

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string page, Guid id)
    {
        using var answer = await client.GetAsync(page.Replace("{0}", id.ToString(), StringComparison.Ordinal));
        return answer.StatusCode;
    }
}
