using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>What a letter about a session is made of.</summary>
/// <param name="Agenda">The titles of its items, in their order.</param>
/// <param name="Organizer">Who calls: where an answer by mail goes.</param>
public sealed record SessionCall(
    Guid Id, SessionKind Kind, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Place, string? Link, bool IsShortNotice,
    bool IsCancelled, string? CancellationReason, int Sequence, IReadOnlyList<string> Agenda, CalendarFile.Party Organizer, DateTimeOffset WrittenAt);

/// <summary>Writes the letter to one of those who are invited.</summary>
public delegate Letter SessionLetter(SessionCall call, Invited invited);

/// <summary>Queues a letter to everybody who is invited; sent with the next save.</summary>
public sealed class TellInvited(HubDbContext db, ListInvited list, QueueMail mail, MailDelivery delivery, TenantContext tenant, TimeProvider clock)
{
    public async Task ExecuteAsync(Session session, SessionLetter letter, CancellationToken ct)
    {
        var call = await CallOfAsync(session, ct);

        foreach (var invited in await list.ExecuteAsync(ct))
        {
            mail.To(invited.Email, letter(call, invited));
        }
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
