using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>The documents that the place publishes, the newest first, for whoever cites one.</summary>
public sealed class ListDocuments(HubDbContext db)
{
    public Task<List<Row>> ExecuteAsync(CancellationToken ct) =>
        db.Documents
            .Where(document => document.WithdrawnOn == null)
            .OrderByDescending(document => document.PublishedOn).ThenByDescending(document => document.Id)
            .Select(document => new Row(document.Id, document.Name, document.PublishedOn))
            .ToListAsync(ct);

    public sealed record Row(Guid Id, string Name, DateOnly PublishedOn);
}
