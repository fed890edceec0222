using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Decisions;

/// <summary>The vote that is under way on a matter about something; null where there is none.</summary>
public sealed class FindOpenVote(HubDbContext db)
{
    public Task<Guid?> ExecuteAsync(Matter matter, Guid subjectId, CancellationToken ct) =>
        db.Decisions
            .Where(d => d.Matter == matter && d.SubjectId == subjectId && d.Outcome == DecisionOutcome.Open)
            .Select(d => (Guid?)d.Id)
            .SingleOrDefaultAsync(ct);
}
