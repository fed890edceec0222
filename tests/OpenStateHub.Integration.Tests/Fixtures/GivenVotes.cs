using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>Secretariats, open sessions and votes, made by the commands that the pages use.</summary>
internal static class GivenVotes
{
    /// <summary>Seats by sector, the seats of government first, as <c>6/3/1</c>.</summary>
    public static async Task<IReadOnlyList<(Guid Id, Sector Sector)>> SeatsAsync(this TestHub hub, Tenant place, int government, int civilSociety, int guarantor)
    {
        var seats = new List<(Guid Id, Sector Sector)>();
        (Sector Sector, int Count)[] wanted = [(Sector.Government, government), (Sector.CivilSociety, civilSociety), (Sector.Guarantor, guarantor)];

        foreach (var (sector, number) in wanted.SelectMany(one => Enumerable.Range(1, one.Count).Select(number => (one.Sector, number))))
        {
            var seat = new FillSeat.Input { Sector = sector, Organization = $"{sector} {number}", OrganizationType = OrganizationType.Other };
            Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<FillSeat>().ExecuteAsync(seat, default)));
            seats.Add((seat.Id, sector));
        }

        return seats;
    }

    /// <summary>A session under way with these seats at its roll-call.</summary>
    /// <returns>Its agenda item.</returns>
    public static Task<AgendaItem> OpenSessionAsync(this TestHub hub, Tenant place, IEnumerable<Guid> present) => hub.AsAsync(place, async scope =>
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var now = hub.Clock.GetUtcNow();
        var (session, _) = Session.Drafted(new(SessionKind.Ordinary, "Primera sesión", now.AddHours(1), now.AddHours(3), "Sala de juntas", null));
        Assert.Null(session!.SetAgenda([new(null, "Plan de acción", null, [])], session.Revision));
        Assert.Null(session.Call(1, new(now, new SessionRules(), _ => place.Today(hub.Clock))));
        Assert.Null(session.Open(isItsDay: true, now));
        db.Sessions.Add(session);
        db.Attendances.AddRange(present.Select(seat => new Attendance { SessionId = session.Id, SeatId = seat, Capacity = SeatCapacity.Holder, RecordedAt = now }));
        await db.SaveChangesAsync();
        return session.Agenda[0];
    });

    public static OpenDecision.Input FreeText(AgendaItem item) =>
        new() { Matter = Matter.FreeText, AgendaItemId = item.Id, Title = "Publicar el padrón", Text = "Se publica el padrón de proveedores." };

    public static OpenDecision.Input InWriting(this TestHub hub, TimeSpan? within = null) =>
        new() { Matter = Matter.FreeText, ClosesAt = hub.Clock.GetUtcNow() + (within ?? TimeSpan.FromDays(5)), Title = "Publicar el padrón", Text = "Se publica el padrón de proveedores." };

    public static Task<Refusal?> PutToVoteAsync(this TestHub hub, Tenant place, OpenDecision.Input input) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<OpenDecision>().ExecuteAsync(input, null, default));

    public static Task<Refusal?> VoteAsync(this TestHub hub, Tenant place, Guid decision, Guid? seat, VoteChoice choice, string? reason = null) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<CastBallot>().ExecuteAsync(
            new() { DecisionId = decision, SeatId = seat, Choice = choice, Reason = reason }, default));

    public static async Task AllVoteAsync(this TestHub hub, Tenant place, Guid decision, IEnumerable<(Guid Id, Sector Sector)> seats, Func<Sector, VoteChoice>? choice = null)
    {
        foreach (var (seat, sector) in seats)
        {
            Assert.Null(await hub.VoteAsync(place, decision, seat, choice?.Invoke(sector) ?? VoteChoice.InFavour));
        }
    }

    public static Task<Refusal?> CloseAsync(this TestHub hub, Tenant place, Guid decision, IfNotApplied then = IfNotApplied.SayWhy) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<CloseDecision>().ExecuteAsync(decision, then, default));

    public static Task<DecisionRow> ReadAsync(this TestHub hub, Tenant place, Guid decision) =>
        hub.AsAsync(place, async scope => (await scope.GetRequiredService<ReadDecisions>().FindAsync(decision, default))!);

    public static Task<List<Guid>> PlansInConsultationAsync(this TestHub hub, Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(plan => plan.Id).ToListAsync());
}
