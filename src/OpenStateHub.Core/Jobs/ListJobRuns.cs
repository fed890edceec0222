using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Jobs;

/// <summary>The last runs of a job, the latest first, with the places that each failed for.</summary>
public sealed class ListJobRuns(HubDbContext db)
{
    /// <summary>So many failures of one run are shown; the run says how many there were.</summary>
    public const int MostFailures = 50;

    public async Task<List<Row>> ExecuteAsync(string job, int most, CancellationToken ct) =>
        await db.JobRuns
            .Where(run => run.Job == job)
            .OrderByDescending(run => run.StartedAt)
            .Take(most)
            .Select(run => new Row
            {
                Run = run,
                AskedBy = db.Users.Where(person => person.Id == run.AskedBy).Select(person => person.Name).FirstOrDefault(),
                Failures = db.JobFailures
                    .Where(failure => failure.RunId == run.Id)
                    .Join(db.Tenants, failure => failure.PlaceId, place => place.Id, (failure, place) => new FailureRow
                    {
                        Place = place.Name,
                        Slug = place.Slug,
                        Work = failure.Work,
                        Fault = failure.Fault,
                        Detail = failure.Detail,
                        Reference = failure.Reference,
                    })
                    .OrderBy(failure => failure.Slug).ThenBy(failure => failure.Work)
                    .Take(MostFailures)
                    .ToList(),
            })
            .AsNoTracking()
            .ToListAsync(ct);

    public sealed class Row
    {
        public required JobRun Run { get; init; }

        /// <summary>Null: the clock.</summary>
        public string? AskedBy { get; init; }

        public required IReadOnlyList<FailureRow> Failures { get; init; }
    }

    public sealed class FailureRow
    {
        public required string Place { get; init; }
        public required string Slug { get; init; }
        public required string Work { get; init; }
        public required FaultKind Fault { get; init; }
        public required string Detail { get; init; }
        public string? Reference { get; init; }
    }
}
