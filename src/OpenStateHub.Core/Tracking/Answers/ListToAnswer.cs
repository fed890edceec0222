using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>The reported completions that await the sectors' answers, as a seat sees them: those it has not answered first, by the end of their term.</summary>
public sealed class ListToAnswer(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Found> ExecuteAsync(Guid seatId, Guid personId, CancellationToken ct)
    {
        var seats = await db.Seats.AsNoTracking().ToDictionaryAsync(seat => seat.Id, ct);
        var seat = seats[seatId];
        var rows = await db.Activities.AsNoTracking().AsSplitQuery()
            .Where(a => a.Status == ActivityStatus.Complete && a.Commitment!.Plan!.Status == PlanStatus.InImplementation && a.Commitment.WithdrawnOn == null)
            .Select(a => new
            {
                a.Id,
                a.Description,
                a.Deliverable,
                a.MeansOfVerification,
                a.DueOn,
                HasCounterpart = a.CivilSocietyOwner != null,
                a.IsDemonstration,
                Slug = a.Commitment!.Slug,
                Commitment = a.Commitment.Text.ShortTitle ?? a.Commitment.Text.Title,
                Report = db.ProgressReports.Where(r => r.ActivityId == a.Id).OrderByDescending(r => r.Number).Select(r => new
                {
                    r.Id,
                    r.ReportedOn,
                    r.DoneOn,
                    r.Summary,
                    r.Sector,
                    r.Office,
                    IsMine = r.ReportedBy == personId,
                }).First(),
            })
            .ToListAsync(ct);
        var reports = rows.ConvertAll(row => row.Report.Id);
        var activities = rows.ConvertAll(row => row.Id);
        var evidence = (await db.EvidenceItems.AsNoTracking()
            .Where(e => activities.Contains(e.ActivityId) && e.WithdrawnOn == null)
            .OrderByDescending(e => e.ReportId).ThenBy(e => e.Id)
            .Select(e => new { e.ActivityId, Row = new EvidenceRow(e.Id, e.Title, e.Url, e.Sha256, e.FileName, e.Bytes, e.DatedOn, e.WithdrawnOn, e.WithdrawalReason) })
            .ToListAsync(ct)).ToLookup(e => e.ActivityId, e => e.Row);
        var settled = (await db.Confirmations.AsNoTracking().Where(c => reports.Contains(c.ReportId)).ToListAsync(ct)).ToLookup(c => c.ReportId);
        var said = (await db.SeatAnswers.AsNoTracking().Where(s => reports.Contains(s.ReportId)).ToListAsync(ct)).ToLookup(s => s.ReportId);
        var today = tenant.Current.Today(clock);
        var found = rows.ConvertAll(row => new Row
        {
            ReportId = row.Report.Id,
            ActivityId = row.Id,
            Description = row.Description,
            Deliverable = row.Deliverable,
            MeansOfVerification = row.MeansOfVerification,
            CommitmentSlug = row.Slug,
            Commitment = row.Commitment,
            DueOn = row.DueOn,
            ReportedOn = row.Report.ReportedOn,
            DoneOn = row.Report.DoneOn!.Value,
            Summary = row.Report.Summary,
            Sector = row.Report.Sector,
            Office = row.Report.Office,
            IsDemonstration = row.IsDemonstration,
            HasCounterpart = row.HasCounterpart,
            IsMyReport = row.Report.IsMine,
            Evidence = [.. evidence[row.Id]],
            Settled = [.. settled[row.Report.Id].OrderBy(c => c.Sector).Select(c => new Settled(c.Sector, c.Outcome))],
            Seats = [.. said[row.Report.Id].OrderBy(s => s.AnsweredOn)
                .Select(s => new SeatSaid(s.SeatId, seats[s.SeatId].Sector, seats[s.SeatId].Organization, s.Outcome, s.Reasons, s.AnsweredOn))],
            Mine = said[row.Report.Id].FirstOrDefault(s => s.SeatId == seatId) is { } mine ? new Said(mine.Outcome, mine.Reasons, mine.AnsweredOn) : null,
            MySector = seat.Sector,
        });
        return new Found(today, seat.Organization, seat.Sector, [.. found.OrderBy(row => row.ReportedOn).ThenBy(row => row.ReportId)]);
    }

    public sealed record Found(DateOnly Today, string Organization, Sector Sector, IReadOnlyList<Row> Rows)
    {
        /// <summary>What this seat may answer and has not.</summary>
        public IEnumerable<Row> Waiting => Rows.Where(row => row.MayAnswer && row.Mine is null);

        /// <summary>What this seat answered and may still change.</summary>
        public IEnumerable<Row> Answered => Rows.Where(row => row.MayAnswer && row.Mine is not null);

        /// <summary>What others still have to answer, or this seat may not.</summary>
        public IEnumerable<Row> Others => Rows.Where(row => !row.MayAnswer);
    }

    public sealed record Row
    {
        public required Guid ReportId { get; init; }
        public required Guid ActivityId { get; init; }
        public required string Description { get; init; }
        public string? Deliverable { get; init; }
        public IReadOnlyList<string> MeansOfVerification { get; init; } = [];
        public required string CommitmentSlug { get; init; }
        public required string Commitment { get; init; }
        public DateOnly? DueOn { get; init; }
        public required DateOnly ReportedOn { get; init; }
        public required DateOnly DoneOn { get; init; }
        public required string Summary { get; init; }
        public required Sector Sector { get; init; }
        public required string Office { get; init; }
        public bool IsDemonstration { get; init; }

        /// <summary>Without a civil-society counterpart nothing is confirmed.</summary>
        public bool HasCounterpart { get; init; }

        /// <summary>The reader made the report, and answers for no seat on it.</summary>
        public bool IsMyReport { get; init; }

        public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];
        public IReadOnlyList<Settled> Settled { get; init; } = [];
        public IReadOnlyList<SeatSaid> Seats { get; init; } = [];
        public Said? Mine { get; init; }
        public required Sector MySector { get; init; }
        public DateOnly AnswerBy => AnswerTerm.LastDay(ReportedOn);
        public bool IsSettled => Settled.Any(answer => answer.Sector == MySector);
        public bool MayAnswer => !IsSettled && !IsMyReport;
    }

    public sealed record Settled(Sector Sector, ConfirmationOutcome Outcome);

    public sealed record Said(ConfirmationOutcome Outcome, string? Reasons, DateOnly On);
}
