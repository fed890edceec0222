using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <param name="Organization">Whose seat the person holds or stands in for.</param>
public sealed record Invited(string Name, string Email, string Organization);

/// <summary>What a letter about a session is made of.</summary>
/// <param name="Agenda">The titles of its items, in their order.</param>
/// <param name="Organizer">Who calls: where an answer by mail goes.</param>
public sealed record SessionCall(
    Guid Id, SessionKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place, string? Link, bool IsShortNotice,
    bool IsCancelled, string? CancellationReason, int Sequence, IReadOnlyList<string> Agenda, CalendarFile.Party Organizer, DateTimeOffset WrittenAt);

/// <summary>Writes the letter to one of those who are invited.</summary>
public delegate Letter SessionLetter(SessionCall call, Invited invited);

/// <summary>Queues a letter to each account of a seat that is held, holders and alternates alike; sent with the next save.</summary>
public sealed class TellInvited(HubDbContext db, QueueMail mail, MailDelivery delivery, TenantContext tenant, TimeProvider clock)
{
    public async Task ExecuteAsync(Session session, SessionLetter letter, CancellationToken ct)
    {
        var call = await CallOfAsync(session, ct);

        foreach (var invited in await FindAsync(ct))
        {
            mail.To(invited.Email, letter(call, invited));
        }
    }

    private async Task<List<Invited>> FindAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var held = await (
            from grant in db.RoleGrants.AsNoTracking()
            join person in db.Users on grant.UserId equals person.Id
            join seat in db.Seats on grant.ScopeId equals seat.Id
            where grant.Role == Role.SecretariatMember && grant.EndedAt == null
            orderby seat.Sector, seat.Organization, person.Id
            select new { Grant = grant, Seat = seat, person.Name, person.Email }).ToListAsync(ct);

        // Whoever speaks for two seats is asked once.
        return [.. held.Where(h => h.Grant.IsHeldOn(today) && h.Seat.IsHeldOn(today) && h.Email is not null)
            .DistinctBy(h => h.Email)
            .Select(h => new Invited(h.Name, h.Email!, h.Seat.Organization))];
    }

    private async Task<SessionCall> CallOfAsync(Session session, CancellationToken ct)
    {
        var wording = await db.Set<Wording>().AsNoTracking().SingleOrDefaultAsync(ct);
        var organizer = new CalendarFile.Party(
            wording?.Secretariat?.Name ?? tenant.Current.Name, wording?.ContactEmail ?? delivery.Server?.From ?? $"no-reply@{tenant.Current.Slug}.invalid");
        return new SessionCall(
            session.Id, session.Kind, session.Title, session.StartsAt, session.EndsAt, session.Place, session.Link, session.IsShortNotice,
            session.Status is SessionStatus.Cancelled, session.CancellationReason, session.Sequence,
            [.. session.Agenda.OrderBy(item => item.Position).Select(item => item.Title)], organizer, clock.GetUtcNow());
    }
}
