using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Secretariat.Agreements;

public static class AgreementSubjects
{
    public const string AgreementKind = "agreement";

    public static Subject Agreement(Guid id) => new(AgreementKind, id);
}

public static class AgreementActs
{
    public const string Made = "agreement.made";
    public const string Followed = "agreement.followed";
}

/// <summary>An agreement, what became of it, and who said so.</summary>
internal sealed class AgreementContents(HubDbContext db) : ISubjectContents
{
    public string Kind => AgreementSubjects.AgreementKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var agreements = await db.Agreements.AsNoTracking().Where(a => ids == null || ids.Contains(a.Id)).ToListAsync(ct);
        var notes = (await db.AgreementNotes.AsNoTracking().Where(n => ids == null || ids.Contains(n.AgreementId)).OrderBy(n => n.Id).ToListAsync(ct))
            .ToLookup(n => n.AgreementId);
        return agreements.ConvertAll(a => new SubjectContent(
            AgreementSubjects.Agreement(a.Id), $"{a.Number}: {a.Title}", text => Write(text, a, notes[a.Id])) { IsDemonstration = a.IsDemonstration });
    }

    private static void Write(CanonicalText text, Agreement agreement, IEnumerable<AgreementNote> notes)
    {
        text.Field("number", agreement.Number.Value)
            .Words("title", agreement.Title)
            .Words("text", agreement.Text)
            .Field("agreed on", agreement.AgreedOn)
            .Words("responsible", agreement.Responsible)
            .Field("due on", agreement.DueOn)
            .Field("state", agreement.State)
            .Field("decision", agreement.DecisionId?.ToString())
            .Field("session", agreement.SessionId?.ToString());

        foreach (var note in notes)
        {
            text.Part("note")
                .Field("state", note.State)
                .Words("text", note.Text)
                .Field("office", note.Office)
                .Field("noted on", note.NotedOn);
        }
    }
}
