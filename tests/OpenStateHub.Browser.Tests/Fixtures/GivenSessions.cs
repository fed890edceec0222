using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>A session in each of its states, a vote that is open, and somebody on a seat: for those who look at the pages.</summary>
internal static class GivenSessions
{
    public static string EmailOf(string place) => $"asiento@{place}.example";

    /// <summary>Routes of the office, and what to ask instead. Asked again it finds what it made.</summary>
    public static async Task<Dictionary<string, string[]>> SamplesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.Sessions.AnyAsync())
        {
            await MakeAsync(scope);
        }

        var ids = await db.Sessions.ToDictionaryAsync(session => session.Title, session => session.Id);
        var vote = await db.Decisions.Select(decision => decision.Id).FirstAsync();
        const string One = "gestion/sesiones/{id:guid}";
        return new()
        {
            [One] = [.. ids.Values.Select(id => $"gestion/sesiones/{id}")],
            [$"{One}/datos"] = [$"gestion/sesiones/{ids["Convocada"]}/datos"],
            [$"{One}/orden-del-dia"] = [$"gestion/sesiones/{ids["Convocada"]}/orden-del-dia"],
            [$"{One}/cancelar"] = [$"gestion/sesiones/{ids["Convocada"]}/cancelar"],
            [$"{One}/lista"] = [$"gestion/sesiones/{ids["En curso"]}/lista"],
            [$"{One}/acta"] = [$"gestion/sesiones/{ids["Acta en borrador"]}/acta", $"gestion/sesiones/{ids["Acta en firma"]}/acta"],
            ["gestion/mi-asiento/acta/{id:guid}"] = [$"gestion/mi-asiento/acta/{ids["Acta en firma"]}"],
            ["gestion/votaciones/{id:guid}"] = [$"gestion/votaciones/{vote}"],
            ["gestion/votaciones/{id:guid}/cerrar"] = [$"gestion/votaciones/{vote}/cerrar"],
        };
    }

    private static async Task MakeAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var seats = await db.Seats.Select(seat => seat.Id).ToListAsync();
        var (draft, called, open) = (Of("En preparación", now), Of("Convocada", now), Of("En curso", now));
        var (drafted, signing) = (Of("Acta en borrador", now), Of("Acta en firma", now));
        db.Sessions.AddRange(draft, called, open, drafted, signing);

        foreach (var (session, number) in new[] { drafted, signing, open, called }.Select((session, index) => (session, index + 1)))
        {
            Assert.Null(session.Call(number, new(now, new SessionRules(), at => DateOnly.FromDateTime(at.UtcDateTime))));
        }

        foreach (var session in new[] { drafted, signing, open })
        {
            Assert.Null(session.Open(isItsDay: true, now));
            db.Attendances.AddRange(seats.Select(seat => new Attendance { SessionId = session.Id, SeatId = seat, Capacity = SeatCapacity.Holder, RecordedAt = now }));
        }

        foreach (var session in new[] { drafted, signing })
        {
            Assert.Null(session.Close(Sectors.All, now));
            var minutes = Minutes.Drafted(session, "**Acta**\n\n- Hubo quórum.", now).Minutes!;
            db.Minutes.Add(minutes);
            Assert.Null(session == signing ? minutes.Present(minutes.Revision) : null);
        }

        await db.SaveChangesAsync();
        Assert.Null(await scope.GetRequiredService<OpenDecision>().ExecuteAsync(GivenVotes.FreeText(open.Agenda[0]), null, default));
        await SeatPersonAsync(scope, seats[0]);
    }

    private static Session Of(string title, DateTimeOffset now)
    {
        var session = Session.Drafted(new(SessionKind.Ordinary, title, now.AddDays(7), now.AddDays(7).AddHours(2), "Sala de juntas", "https://sala.example")).Session!;
        Assert.Null(session.SetAgenda([new(null, "Lista de asistencia", null, []), new(null, "Padrón", "Se propone **publicarlo**.", [])], session.Revision));
        return session;
    }

    private static async Task SeatPersonAsync(IServiceProvider scope, Guid seat)
    {
        var made = "";
        var input = new InvitePerson.Input { Email = EmailOf(scope.GetRequiredService<TenantContext>().Current.Slug), Role = Role.SecretariatMember, ScopeId = seat };
        Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            input,
            token =>
            {
                made = token;
                return null;
            },
            default));
        Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new AcceptInvitation.Input(made, "Integrante", DemoHub.Password, AcceptsNotice: true), default));
    }
}
