using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>What somebody who owns activities has to report on, by date, and how what they reported is answered.</summary>
public sealed class ListMyDue(HubDbContext db, ListGrants grants, TenantContext tenant, TimeProvider clock)
{
    public async Task<Found> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var mine = (await grants.ExecuteAsync(personId, ct)).Where(grant => grant.Role.May(Right.ReportProgress)).ToList();
        var things = mine.ConvertAll(grant => grant.ScopeId!.Value);
        var rows = things.Count == 0 ? [] : await db.Activities.AsNoTracking()
            .Where(a => (things.Contains(a.Id) || things.Contains(a.CommitmentId))
                && a.Commitment!.Plan!.Status == PlanStatus.InImplementation && a.Commitment.WithdrawnOn == null)
            .OrderBy(a => a.DueOn ?? DateOnly.MaxValue).ThenBy(a => a.Id)
            .Select(a => new Row
            {
                Id = a.Id,
                Description = a.Description,
                CommitmentSlug = a.Commitment!.Slug,
                Commitment = a.Commitment.Text.ShortTitle ?? a.Commitment.Text.Title,
                State = new ActivityState(a.Weight, a.Status, a.Percent, a.DueOn, a.DoneOn),
                Report = db.ProgressReports
                    .Where(r => r.ActivityId == a.Id)
                    .OrderByDescending(r => r.Number)
                    .Select(r => new LastReport(r.ReportedOn, r.Confirmations.Select(c => new Answer(c.Sector, c.Organization, c.Outcome, c.Reasons, c.AnsweredOn)).ToList()))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new Found(today, rows, await MeasuredAsync(things, ct));
    }

    private async Task<IReadOnlyList<Measured>> MeasuredAsync(List<Guid> things, CancellationToken ct) =>
        things.Count == 0 ? [] : await db.Commitments.AsNoTracking()
            .Where(c => things.Contains(c.Id) && c.Text.Indicator != null && c.Plan!.Status == PlanStatus.InImplementation && c.WithdrawnOn == null)
            .OrderBy(c => c.Number)
            .Select(c => new Measured(
                c.Id,
                c.Text.Indicator!.Name,
                db.IndicatorValues.Where(v => v.CommitmentId == c.Id && v.WithdrawnOn == null).Max(v => (DateOnly?)v.MeasuredOn)))
            .ToListAsync(ct);

    /// <param name="Activities">By the day on which they are due.</param>
    /// <param name="Indicators">Of the commitments that the person owns as a whole.</param>
    public sealed record Found(DateOnly Today, IReadOnlyList<Row> Activities, IReadOnlyList<Measured> Indicators)
    {
        /// <summary>What the person can do something about.</summary>
        public IEnumerable<Row> Open => Activities.Where(row => row.State.IsOpen);

        public IEnumerable<Row> Late => Open.Where(row => row.State.IsLate(Today));

        public IEnumerable<Row> Next => Open.Where(row => !row.State.IsLate(Today));

        public IEnumerable<Row> Awaiting => Activities.Where(row => row.State.Status is ActivityStatus.Complete);

        public int Verified => Activities.Count(row => row.State.Status is ActivityStatus.Verified);
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Description { get; init; }
        public required string CommitmentSlug { get; init; }
        public required string Commitment { get; init; }
        public required ActivityState State { get; init; }
        public LastReport? Report { get; init; }

        /// <summary>Why the last report was sent back; null where it was not.</summary>
        public Answer? SentBack => State.Status is ActivityStatus.InProgress ? Report?.Answers.FirstOrDefault(a => a.Outcome is ConfirmationOutcome.Refused) : null;

        /// <summary>The sectors whose answer is awaited.</summary>
        public IEnumerable<Sector> Silent => Sectors.All.Where(sector => Report?.Answers.Any(answer => answer.Sector == sector) is not true);
    }

    public sealed record LastReport(DateOnly On, IReadOnlyList<Answer> Answers)
    {
        public DateOnly AnswerBy => AnswerTerm.LastDay(On);
    }

    public sealed record Answer(Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly On);

    /// <param name="LastOn">The day of the last measurement; null: none yet.</param>
    public sealed record Measured(Guid CommitmentId, string Indicator, DateOnly? LastOn);
}
