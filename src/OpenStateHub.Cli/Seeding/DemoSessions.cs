using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Secretariat.Sessions;

namespace OpenStateHub.Cli.Seeding;

/// <summary>What the secretariat of a demonstration's tenant meets about and decides, by the commands that its members use. All of it is invented.</summary>
internal sealed class DemoSessions(DemoTenant tenant, DemoFile file)
{
    private static readonly TimeOnly From = new(11, 0);
    private static readonly TimeOnly Until = new(13, 0);
    private static readonly TimeOnly LastMinute = new(23, 59, 59);

    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var session in file.Sessions)
        {
            await SeedSessionAsync(session, ct);
        }

        foreach (var decision in file.Decisions)
        {
            await DecideAsync(decision, null, ct);
        }
    }

    private async Task SeedSessionAsync(DemoFile.SessionPart part, CancellationToken ct)
    {
        var id = await DraftAsync(part, ct);
        var seen = await tenant.ReadAsync(db => db.Sessions.Where(s => s.Id == id).Select(s => s.Revision).SingleAsync(ct));
        await tenant.DoAsync<SetAgenda>(part.Title, command =>
            command.ExecuteAsync(id, [.. part.Agenda.Select(item => new AgendaPoint(null, item.Title, item.Text, []))], seen, letter: null, ct));
        await tenant.DoAsync<CallSession>(part.Title, command => command.ExecuteAsync(id, letter: null, ct));

        // Seeded in the last two minutes of a day it begins on the next: it stays called.
        if (part.IsHeld && await tenant.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == id, ct)) is { } session && tenant.IsToday(session.StartsAt))
        {
            await HoldAsync(part, id, ct);
        }
    }

    private async Task<Guid> DraftAsync(DemoFile.SessionPart part, CancellationToken ct)
    {
        // The next full minute but one, because nobody is called to what began.
        var now = tenant.LocalNow;
        var begins = now.Date.AddMinutes(Math.Floor(now.TimeOfDay.TotalMinutes) + 2);
        var ends = begins.AddHours(2);
        var id = Guid.Empty;
        await tenant.DoAsync<DraftSession>(part.Title, async command =>
        {
            (id, var refusal) = await command.ExecuteAsync(
                new SessionInput
                {
                    Kind = part.Kind,
                    Title = part.Title,
                    Day = tenant.On(part.On) ?? DateOnly.FromDateTime(begins),
                    From = part.IsHeld ? TimeOnly.FromDateTime(begins) : From,
                    Until = !part.IsHeld ? Until : ends.Date == begins.Date ? TimeOnly.FromDateTime(ends) : LastMinute,
                    Place = part.Place,
                },
                ct,
                isDemonstration: true);
            return refusal;
        });
        return id;
    }

    private async Task HoldAsync(DemoFile.SessionPart part, Guid id, CancellationToken ct)
    {
        await tenant.DoAsync<OpenSession>(part.Title, command => command.ExecuteAsync(id, ct));
        var present = await tenant.ReadAsync(db =>
            db.Seats.AsNoTracking().Where(seat => seat.UntilOn == null).ToDictionaryAsync(seat => seat.Id, _ => SeatCapacity.Holder, ct));
        await tenant.DoAsync<CallRoll>(part.Title, command => command.ExecuteAsync(id, present, ct));
        var agenda = await tenant.ReadAsync(db =>
            db.AgendaItems.AsNoTracking().Where(item => item.SessionId == id).OrderBy(item => item.Position).Select(item => item.Id).ToListAsync(ct));

        foreach (var (item, position) in part.Agenda.Select((item, position) => (item, position)))
        {
            if (item.Decision is { } decision)
            {
                await DecideAsync(decision, agenda[position], ct);
            }
        }

        await tenant.DoAsync<CloseSession>(part.Title, command => command.ExecuteAsync(id, ct));

        if (part.Minutes is { } text)
        {
            await WriteMinutesAsync(part.Title, id, text, ct);
        }
    }

    private async Task WriteMinutesAsync(string title, Guid session, string text, CancellationToken ct)
    {
        await tenant.DoAsync<DraftMinutes>(title, command => command.ExecuteAsync(session, text, ct));
        var seen = await tenant.ReadAsync(db => db.Minutes.Where(m => m.SessionId == session).Select(m => m.Revision).SingleAsync(ct));
        await tenant.DoAsync<PresentMinutes>(title, command => command.ExecuteAsync(session, seen, ct));
        var sha256 = await tenant.ReadAsync(db => db.Minutes.Where(m => m.SessionId == session).Select(m => m.Sha256!).SingleAsync(ct));

        var members = await tenant.ReadAsync(db => (
            from grant in db.RoleGrants
            join seat in db.Seats on grant.ScopeId equals seat.Id
            where grant.Role == Role.SecretariatMember
            orderby grant.Id
            select new { seat.Sector, grant.UserId }).ToListAsync(ct));

        // One seat a sector signs; the third signature publishes.
        foreach (var person in members.DistinctBy(member => member.Sector).Select(member => member.UserId))
        {
            await tenant.DoAsync<SignMinutes>(title, command => command.ExecuteAsync(session, person, sha256, ct));
        }
    }

    private async Task DecideAsync(DemoFile.DecisionPart part, Guid? item, CancellationToken ct)
    {
        Guid? subject = part.About is { } slug ? await tenant.ReadAsync(db => db.Commitments.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct)) : null;
        await DecideAsync(part, item, subject, ct);
    }

    /// <param name="item">Of the session in which it is decided; null: in writing.</param>
    /// <param name="subject">What it is about.</param>
    public async Task DecideAsync(DemoFile.DecisionPart part, Guid? item, Guid? subject, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await tenant.DoAsync<OpenDecision>(part.Title, command => command.ExecuteAsync(
            new OpenDecision.Input
            {
                Id = id,
                Matter = part.Matter,
                SubjectId = subject,
                AgendaItemId = item,
                ClosesAt = item is null ? tenant.StartOf(part.ClosesOn ?? new Day(null, 1)) : null,
                Title = part.Title,
                Text = part.Text,
                Responsible = part.Responsible,
                DueOn = tenant.On(part.DueOn),
                IsDemonstration = true,
            },
            invite: null,
            ct));
        await VoteAsync(part, id, ct);

        if (part.ClosesOn is null)
        {
            await tenant.DoAsync<CloseDecision>(part.Title, command => command.ExecuteAsync(id, IfNotApplied.SayWhy, ct));
        }
    }

    private async Task VoteAsync(DemoFile.DecisionPart part, Guid decision, CancellationToken ct)
    {
        var seats = await tenant.ReadAsync(db =>
            db.Seats.AsNoTracking().OrderBy(seat => seat.Id).Select(seat => new { seat.Id, seat.Organization }).ToListAsync(ct));

        foreach (var vote in part.Votes)
        {
            var seat = seats.First(seat => seat.Organization == vote.Organization);
            seats.Remove(seat);
            await tenant.DoAsync<CastBallot>(vote.Organization, command => command.ExecuteAsync(
                new CastBallot.Input { DecisionId = decision, SeatId = seat.Id, Choice = vote.Choice, Reason = vote.Reason }, ct));
        }
    }
}
