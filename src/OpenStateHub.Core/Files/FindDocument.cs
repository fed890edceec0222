using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Files;

/// <summary>What the public record says of a document, withdrawn or not.</summary>
public sealed class FindDocument(HubDbContext db)
{
    public sealed record Result(string Sha256, string Name, long Bytes, DateOnly PublishedOn, DateOnly? WithdrawnOn, string? WithdrawalReason);

    public Task<Result?> ExecuteAsync(Guid id, CancellationToken ct) =>
        db.Documents
            .Where(d => d.Id == id)
            .Select(d => new Result(d.Sha256, d.Name, d.Bytes, d.PublishedOn, d.WithdrawnOn, d.WithdrawalReason))
            .SingleOrDefaultAsync(ct);
}
