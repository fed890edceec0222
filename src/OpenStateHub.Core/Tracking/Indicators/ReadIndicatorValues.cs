using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>What was measured of a commitment, the first measurement first, the withdrawn ones too.</summary>
public sealed class ReadIndicatorValues(HubDbContext db)
{
    public async Task<IReadOnlyList<IndicatorValueRow>> ExecuteAsync(Guid commitmentId, CancellationToken ct)
    {
        var rows = await db.IndicatorValues.AsNoTracking()
            .Include(v => v.Answers)
            .Where(v => v.CommitmentId == commitmentId)
            .OrderBy(v => v.MeasuredOn).ThenBy(v => v.Id)
            .ToListAsync(ct);
        var asked = rows.SelectMany(v => v.Answers).Select(a => a.SeatId).Distinct().ToList();
        var seats = asked.Count == 0 ? [] : await db.Seats.AsNoTracking().Where(s => asked.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        return rows.ConvertAll(v => new IndicatorValueRow
        {
            Id = v.Id,
            Value = v.Value,
            MeasuredOn = v.MeasuredOn,
            Source = v.Source,
            Url = v.Url,
            Sha256 = v.Sha256,
            FileName = v.FileName,
            Bytes = v.Bytes,
            Note = v.Note,
            Sector = v.Sector,
            Office = v.Office,
            RecordedOn = v.RecordedOn,
            WithdrawnOn = v.WithdrawnOn,
            WithdrawalReason = v.WithdrawalReason,
            IsDemonstration = v.IsDemonstration,
            Answers = [.. v.Answers.OrderBy(a => a.AnsweredOn).ThenBy(a => a.Id)
                .Select(a => new ValueSaid(a.SeatId, seats[a.SeatId].Sector, seats[a.SeatId].Organization, a.Outcome, a.Reasons, a.AnsweredOn))],
        });
    }
}

public sealed record IndicatorValueRow
{
    public required Guid Id { get; init; }
    public required decimal Value { get; init; }
    public required DateOnly MeasuredOn { get; init; }
    public required string Source { get; init; }
    public string? Url { get; init; }
    public string? Sha256 { get; init; }
    public string? FileName { get; init; }
    public long? Bytes { get; init; }
    public string? Note { get; init; }
    public required Sector Sector { get; init; }
    public required string Office { get; init; }
    public required DateOnly RecordedOn { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
    public string? WithdrawalReason { get; init; }
    public bool IsDemonstration { get; init; }
    public IReadOnlyList<ValueSaid> Answers { get; init; } = [];

    public int Confirmed(Sector sector) => Answers.Count(a => a.Sector == sector && a.Outcome is ConfirmationOutcome.Confirmed);

    public int Disputed(Sector sector) => Answers.Count(a => a.Sector == sector && a.Outcome is ConfirmationOutcome.Refused);

    public bool IsDisputed => Answers.Any(a => a.Outcome is ConfirmationOutcome.Refused);
}

public sealed record ValueSaid(Guid SeatId, Sector Sector, string Organization, ConfirmationOutcome Outcome, string? Reasons, DateOnly On);
