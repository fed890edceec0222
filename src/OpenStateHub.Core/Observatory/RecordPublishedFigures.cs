using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Observatory;

/// <summary>Records what sources published about the country, in the national scope. Safe to repeat.</summary>
public sealed class RecordPublishedFigures(HubDbContext db)
{
    public async Task ExecuteAsync(IReadOnlyList<PublishedFigure> figures, IReadOnlyList<SourceDisagreement> disagreements, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.PublishedFigures.ExecuteDeleteAsync(ct);
        await db.SourceDisagreements.ExecuteDeleteAsync(ct);
        db.PublishedFigures.AddRange(figures);
        db.SourceDisagreements.AddRange(disagreements);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
