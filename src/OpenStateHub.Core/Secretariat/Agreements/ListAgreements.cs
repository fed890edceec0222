using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Agreements;

/// <summary>What the secretariat agreed and what became of it: the open ones by their day first.</summary>
public sealed class ListAgreements(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="State">Null: of any.</param>
    /// <param name="IsOverdue">Only those whose day went by undone.</param>
    /// <param name="Responsible">Only those of this body; null: of any.</param>
    public sealed record Filter(AgreementState? State = null, bool IsOverdue = false, string? Responsible = null);

    /// <param name="take">Null: all.</param>
    public async Task<Result> ExecuteAsync(Filter filter, int skip, int? take, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var today = tenant.Current.Today(clock);
        var asked = db.Agreements.AsNoTracking()
            .Where(a => filter.State == null || a.State == filter.State)
            .Where(a => filter.Responsible == null || a.Responsible == filter.Responsible)
            .Where(a => !filter.IsOverdue || ((a.State == AgreementState.Pending || a.State == AgreementState.InProgress) && a.DueOn < today));
        var total = await asked.CountAsync(ct);
        var page = asked
            .OrderBy(a => a.State == AgreementState.Pending || a.State == AgreementState.InProgress ? 0 : 1)
            .ThenBy(a => a.DueOn == null ? 1 : 0).ThenBy(a => a.DueOn).ThenByDescending(a => a.AgreedOn).ThenByDescending(a => a.Id)
            .Skip(skip);
        var found = await (take is { } most ? page.Take(most) : page)
            .Select(a => new { Agreement = a, Session = db.Sessions.Where(s => s.Id == a.SessionId).Select(s => s.Title).SingleOrDefault() })
            .ToListAsync(ct);
        var ids = found.ConvertAll(f => f.Agreement.Id);
        var notes = (await db.AgreementNotes.AsNoTracking().Where(n => ids.Contains(n.AgreementId)).OrderByDescending(n => n.Id).ToListAsync(ct))
            .ToLookup(n => n.AgreementId, n => new NoteRow(n.State, n.Text, n.Office, n.NotedOn));
        var responsibles = await db.Agreements.Where(a => a.Responsible != null).Select(a => a.Responsible!).Distinct().OrderBy(name => name).ToListAsync(ct);
        return new Result(
            found.ConvertAll(f => Row.Of(f.Agreement, f.Session, [.. notes[f.Agreement.Id]], today)), total, responsibles, today);
    }

    /// <param name="Responsibles">Every body that has an agreement, to filter by.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, IReadOnlyList<string> Responsibles, DateOnly Today);

    public sealed record NoteRow(AgreementState State, string Text, string? Office, DateOnly NotedOn);

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }
        public required DateOnly AgreedOn { get; init; }
        public string? Responsible { get; init; }
        public DateOnly? DueOn { get; init; }
        public required AgreementState State { get; init; }

        /// <summary>Its day went by, and it is neither done nor cancelled.</summary>
        public required bool IsOverdue { get; init; }

        public Guid? DecisionId { get; init; }
        public Guid? SessionId { get; init; }
        public string? SessionTitle { get; init; }
        public required int Revision { get; init; }
        public required bool IsDemonstration { get; init; }

        /// <summary>The latest first.</summary>
        public required IReadOnlyList<NoteRow> Notes { get; init; }

        internal static Row Of(Agreement a, string? session, IReadOnlyList<NoteRow> notes, DateOnly today) => new()
        {
            Id = a.Id,
            Number = a.Number.Value,
            Title = a.Title,
            Text = a.Text,
            AgreedOn = a.AgreedOn,
            Responsible = a.Responsible,
            DueOn = a.DueOn,
            State = a.State,
            IsOverdue = a.IsOverdueOn(today),
            DecisionId = a.DecisionId,
            SessionId = a.SessionId,
            SessionTitle = session,
            Revision = a.Revision,
            IsDemonstration = a.IsDemonstration,
            Notes = notes,
        };
    }
}
