using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Files;

/// <summary>What happens to a document in public, as the ledger says it.</summary>
public static class DocumentActs
{
    public const string Published = "document.published";
    public const string Withdrawn = "document.withdrawn";
}

public static class DocumentSubjects
{
    public const string DocumentKind = "document";

    public static Subject Document(Guid id) => new(DocumentKind, id);
}

/// <summary>A published document, withdrawn or not: its row alone, because its bytes may be gone.</summary>
internal sealed class DocumentContents(HubDbContext db) : ISubjectContents
{
    public string Kind => DocumentSubjects.DocumentKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var documents = await db.Documents.AsNoTracking().Where(d => ids == null || ids.Contains(d.Id)).ToListAsync(ct);
        return documents.ConvertAll(document => new SubjectContent(DocumentSubjects.Document(document.Id), document.Name, text => text
            .Field("sha256", document.Sha256)
            .Words("name", document.Name)
            .Field("bytes", document.Bytes)
            .Field("published on", document.PublishedOn)
            .Field("withdrawn on", document.WithdrawnOn)
            .Words("withdrawal reason", document.WithdrawalReason)));
    }
}
