using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Everything that is known of one session: what it is called for, who was there, what its minutes say.</summary>
public sealed class FindSession(HubDbContext db, TenantContext tenant)
{
    /// <param name="drafts">Also one that nobody was called to yet, and minutes that are not public: for whoever prepares them.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<SessionDetail?> ExecuteAsync(Guid id, bool drafts, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var session = await db.Sessions.AsNoTracking()
            .Include(s => s.Agenda).ThenInclude(i => i.Documents)
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id && (drafts || s.Status != SessionStatus.Draft), ct);

        if (session is null)
        {
            return null;
        }

        var seats = await SeatsAsync(session, ct);
        return new SessionDetail
        {
            Id = session.Id,
            Number = session.Number,
            Kind = session.Kind,
            Title = session.Title,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
            Place = session.Place,
            Link = session.Link,
            Status = session.Status,
            CalledAt = session.CalledAt,
            NoticeDays = session.NoticeDays,
            NoticeDaysDue = session.NoticeDaysDue,
            OpenedAt = session.OpenedAt,
            ClosedAt = session.ClosedAt,
            HadQuorum = session.HadQuorum,
            CancelledAt = session.CancelledAt,
            CancellationReason = session.CancellationReason,
            Sequence = session.Sequence,
            Revision = session.Revision,
            IsDemonstration = session.IsDemonstration,
            Agenda = await AgendaAsync(session, ct),
            Seats = seats,
            Minutes = await MinutesAsync(id, drafts, ct),
        };
    }

    private async Task<IReadOnlyList<AgendaRow>> AgendaAsync(Session session, CancellationToken ct)
    {
        var ids = session.Agenda.SelectMany(item => item.Documents).Select(document => document.DocumentId).ToList();
        var documents = ids.Count == 0
            ? []
            : await db.Documents.AsNoTracking()
                .Where(document => ids.Contains(document.Id))
                .Select(document => new DocumentRow(document.Id, document.Name, document.Sha256, document.WithdrawnOn != null))
                .ToDictionaryAsync(document => document.Id, ct);
        return [.. session.Agenda.OrderBy(item => item.Position).Select(item => new AgendaRow(
            item.Id, item.Position, item.Title, item.Text,
            [.. item.Documents.Select(attached => documents[attached.DocumentId]).OrderBy(document => document.Name).ThenBy(document => document.Id)]))];
    }

    // The seats of its day, and any other that the roll-call found.
    private async Task<IReadOnlyList<SeatAttendance>> SeatsAsync(Session session, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(tenant.Current.LocalTime(session.StartsAt));
        var present = await db.Attendances.AsNoTracking().Where(a => a.SessionId == session.Id).ToDictionaryAsync(a => a.SeatId, a => a.Capacity, ct);
        var seats = await db.Seats.AsNoTracking().ToListAsync(ct);
        var members = (await db.SeatMembers.AsNoTracking().ToListAsync(ct)).Where(member => member.Days.Includes(day)).ToLookup(member => (member.SeatId, member.Capacity));
        return [.. seats.Where(seat => seat.IsHeldOn(day) || present.ContainsKey(seat.Id))
            .OrderBy(seat => seat.Sector).ThenBy(seat => seat.Organization, StringComparer.Ordinal).ThenBy(seat => seat.Id)
            .Select(seat => new SeatAttendance(
                seat.Id,
                seat.Sector,
                seat.Organization,
                members[(seat.Id, SeatCapacity.Holder)].LastOrDefault()?.Name,
                members[(seat.Id, SeatCapacity.Alternate)].LastOrDefault()?.Name,
                present.TryGetValue(seat.Id, out var capacity) ? capacity : null,
                seat.IsDemonstration))];
    }

    private async Task<MinutesDetail?> MinutesAsync(Guid sessionId, bool drafts, CancellationToken ct)
    {
        var minutes = await db.Minutes.AsNoTracking().Include(m => m.Signatures).SingleOrDefaultAsync(m => m.SessionId == sessionId, ct);

        if (minutes is null)
        {
            return null;
        }

        var signers = minutes.Valid.Select(signature => signature.SeatId).ToList();
        var organizations = await db.Seats.AsNoTracking().Where(seat => signers.Contains(seat.Id)).ToDictionaryAsync(seat => seat.Id, seat => seat.Organization, ct);
        return new MinutesDetail(
            minutes.Status,
            drafts || minutes.Status is MinutesStatus.Published ? minutes.Text : null,
            minutes.Sha256,
            [.. minutes.Valid.OrderBy(s => s.SignedAt).Select(s => new SignatureRow(s.Sector, organizations[s.SeatId], s.SignedAt))],
            minutes.PublishedAt,
            minutes.LedgerSequence,
            minutes.LedgerHash,
            minutes.Revision);
    }
}
