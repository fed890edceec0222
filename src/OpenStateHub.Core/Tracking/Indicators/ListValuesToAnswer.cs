using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>The measured values of plans under way, the latest first, as a seat sees them.</summary>
public sealed class ListValuesToAnswer(HubDbContext db)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<Row>> ExecuteAsync(Guid seatId, Guid personId, CancellationToken ct) =>
        await (
            from value in db.IndicatorValues.AsNoTracking()
            join commitment in db.Commitments on value.CommitmentId equals commitment.Id
            where value.WithdrawnOn == null && commitment.Plan!.Status == PlanStatus.InImplementation
            orderby value.MeasuredOn descending, value.Id descending
            select new Row
            {
                Id = value.Id,
                Commitment = commitment.Text.ShortTitle ?? commitment.Text.Title,
                CommitmentSlug = commitment.Slug,
                Indicator = commitment.Text.Indicator!,
                Value = value.Value,
                MeasuredOn = value.MeasuredOn,
                Source = value.Source,
                Note = value.Note,
                Url = value.Url,
                Sha256 = value.Sha256,
                FileName = value.FileName,
                IsMine = value.ReportedBy == personId,
                IsDemonstration = value.IsDemonstration,
                Mine = value.Answers.Where(a => a.SeatId == seatId).Select(a => new Said(a.Outcome, a.Reasons)).FirstOrDefault(),
            }).Take(Most).ToListAsync(ct);

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Commitment { get; init; }
        public required string CommitmentSlug { get; init; }
        public required Indicator Indicator { get; init; }
        public required decimal Value { get; init; }
        public required DateOnly MeasuredOn { get; init; }
        public required string Source { get; init; }
        public string? Note { get; init; }
        public string? Url { get; init; }
        public string? Sha256 { get; init; }
        public string? FileName { get; init; }

        /// <summary>The reader recorded it, and answers for no seat on it.</summary>
        public bool IsMine { get; init; }

        public bool IsDemonstration { get; init; }
        public Said? Mine { get; init; }
    }

    public sealed record Said(ConfirmationOutcome Outcome, string? Reasons);
}
