using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>Closes the written decisions whose deadline came. Doing it twice does no more than once: a closed decision is not closed again.</summary>
public sealed class CloseDueDecisions(HubDbContext db, CloseDecision close, TimeProvider clock)
{
    /// <returns>The next deadline; null where none waits.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = db.Decisions.AsNoTracking().Where(d => d.Outcome == DecisionOutcome.Open && d.NotApplied == null && d.ClosesAt != null);

        foreach (var id in await open.Where(d => d.ClosesAt <= now).OrderBy(d => d.ClosesAt).Select(d => d.Id).ToListAsync(ct))
        {
            await close.ExecuteAsync(id, IfNotApplied.HoldOpen, ct);
            db.ChangeTracker.Clear();
        }

        return await open.Where(d => d.ClosesAt > now).MinAsync(d => d.ClosesAt, ct);
    }
}
