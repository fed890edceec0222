using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy;

/// <summary>How the queues of due work stand: what waits, for how long, and what fails again and again.</summary>
public sealed class ListQueues(HubDbContext db, TimeProvider clock)
{
    /// <summary>So many failing places are named; the queue says how many there are.</summary>
    public const int MostFailing = 50;

    public async Task<Found> ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var queues = await db.WorkDue
            .GroupBy(work => work.Kind)
            .Select(kind => new QueueState
            {
                Kind = kind.Key,
                Waiting = kind.Count(work => work.DueAt <= now),
                OldestAt = kind.Where(work => work.DueAt <= now).Min(work => (DateTimeOffset?)work.DueAt),
                Failing = kind.Count(work => work.FailingSince != null),
            })
            .ToListAsync(ct);
        var failing = await db.WorkDue
            .Where(work => work.FailingSince != null)
            .OrderBy(work => work.FailingSince)
            .Take(MostFailing)
            .Join(db.Tenants, work => work.TenantId, place => place.Id, (work, place) => new FailingRow
            {
                Place = place.Name,
                Slug = place.Slug,
                Kind = work.Kind,
                Since = work.FailingSince!.Value,
                Reference = work.Reference!,
            })
            .ToListAsync(ct);
        return new Found([.. Enum.GetValues<WorkKind>().Select(kind => queues.Find(q => q.Kind == kind) ?? new QueueState { Kind = kind })], failing);
    }

    public sealed record Found(IReadOnlyList<QueueState> Queues, IReadOnlyList<FailingRow> Failing);

    public sealed class QueueState
    {
        public required WorkKind Kind { get; init; }

        /// <summary>Places whose work is due now.</summary>
        public int Waiting { get; init; }

        public DateTimeOffset? OldestAt { get; init; }

        /// <summary>Places whose work failed and is tried again.</summary>
        public int Failing { get; init; }
    }

    public sealed class FailingRow
    {
        public required string Place { get; init; }
        public required string Slug { get; init; }
        public required WorkKind Kind { get; init; }
        public required DateTimeOffset Since { get; init; }
        public required string Reference { get; init; }
    }
}
