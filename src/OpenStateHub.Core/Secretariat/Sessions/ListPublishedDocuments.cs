using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>The documents that an item of an agenda may be about: those that the place has published, the newest first.</summary>
public sealed class ListPublishedDocuments(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.Documents
            .Where(document => document.WithdrawnOn == null)
            .OrderByDescending(document => document.PublishedOn).ThenByDescending(document => document.Id)
            .Select(document => new Row(document.Id, document.Name, document.PublishedOn))
            .ToListAsync(ct);

    public sealed record Row(Guid Id, string Name, DateOnly PublishedOn);
}
