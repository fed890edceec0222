using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>An activity as whoever owns it must see it to report on it.</summary>
public sealed class FindReportable(HubDbContext db, FindOwnership ownerships, TenantContext tenant, TimeProvider clock)
{
    /// <returns>Null where the person does not own it, or there is no such activity of a public plan.</returns>
    public async Task<Found?> ExecuteAsync(Guid personId, Guid activityId, CancellationToken ct)
    {
        if (await ownerships.ExecuteAsync(personId, activityId, ct) is not { } owner)
        {
            return null;
        }

        var today = tenant.Current.Today(clock);
        return await db.Activities.AsNoTracking().AsSplitQuery()
            .Where(a => a.Id == activityId && a.Commitment!.Plan!.PublishedOn != null)
            .Select(a => new Found
            {
                Today = today,
                Owner = owner,
                Description = a.Description,
                Deliverable = a.Deliverable,
                MeansOfVerification = a.MeansOfVerification,
                CommitmentSlug = a.Commitment!.Slug,
                Commitment = a.Commitment.Text.ShortTitle ?? a.Commitment.Text.Title,
                State = new ActivityState(a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn),
                Reports = db.ProgressReports.Count(r => r.ActivityId == a.Id),
                Evidence = db.EvidenceItems.Where(e => e.ActivityId == a.Id && e.WithdrawnOn == null)
                    .OrderBy(e => e.Id)
                    .Select(e => new EvidenceRow(e.Id, e.Title, e.Url, e.Sha256, e.FileName, e.Bytes, e.DatedOn, e.WithdrawnOn, e.WithdrawalReason))
                    .ToList(),
                SentBack = db.Confirmations
                    .Where(c => c.Outcome == ConfirmationOutcome.Refused && a.Status == ActivityStatus.InProgress
                        && c.ReportId == db.ProgressReports.Where(r => r.ActivityId == a.Id).OrderByDescending(r => r.Number).Select(r => r.Id).First())
                    .Select(c => new ListMyDue.Answer(c.Sector, c.Organization, c.Outcome, c.Reasons, c.AnsweredOn))
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(ct);
    }

    public sealed record Found
    {
        public required DateOnly Today { get; init; }
        public required Ownership Owner { get; init; }
        public required string Description { get; init; }
        public string? Deliverable { get; init; }
        public IReadOnlyList<string> MeansOfVerification { get; init; } = [];
        public required string CommitmentSlug { get; init; }
        public required string Commitment { get; init; }
        public required ActivityState State { get; init; }

        /// <summary>How many reports it has: what a draft was begun on.</summary>
        public required int Reports { get; init; }

        /// <summary>What is public already.</summary>
        public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

        /// <summary>Why its last report was sent back; null where it was not.</summary>
        public ListMyDue.Answer? SentBack { get; init; }

        public bool IsPastDue => State.DueOn < Today;
    }
}
