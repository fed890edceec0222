using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>What happens to a measured value in public, as the ledger says it.</summary>
public static class IndicatorActs
{
    public const string Measured = "indicator.measured";
    public const string Answered = "indicator.answered";
    public const string Withdrawn = "indicator.withdrawn";
}

public static class IndicatorSubjects
{
    public const string ValueKind = "indicator-value";

    public static Subject Value(string commitmentSlug, Guid id) => new(ValueKind, $"{commitmentSlug}/{id}");
}

/// <summary>A measured value with its source and what the seats say of it; withdrawn or not, its row alone, because its file may be gone.</summary>
internal sealed class IndicatorValueContents(HubDbContext db) : ISubjectContents
{
    public string Kind => IndicatorSubjects.ValueKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var found = await db.IndicatorValues.AsNoTracking()
            .Include(v => v.Answers)
            .Where(v => ids == null || ids.Contains(v.Id))
            .Join(db.Commitments, v => v.CommitmentId, c => c.Id, (value, commitment) => new { Value = value, commitment.Slug })
            .ToListAsync(ct);
        return found.ConvertAll(row => new SubjectContent(IndicatorSubjects.Value(row.Slug, row.Value.Id), row.Value.Source, text => Write(text, row.Value))
        {
            IsDemonstration = row.Value.IsDemonstration,
        });
    }

    private static void Write(CanonicalText text, IndicatorValue value)
    {
        text.Field("value", value.Value.ToString("0.####", CultureInfo.InvariantCulture))
            .Field("measured on", value.MeasuredOn)
            .Words("source", value.Source)
            .Words("url", value.Url)
            .Field("sha256", value.Sha256)
            .Words("file name", value.FileName)
            .Field("bytes", value.Bytes)
            .Words("note", value.Note)
            .Field("sector", value.Sector)
            .Field("office", value.Office)
            .Field("recorded on", value.RecordedOn)
            .Field("withdrawn on", value.WithdrawnOn)
            .Words("withdrawal reason", value.WithdrawalReason);

        foreach (var answer in value.Answers.OrderBy(a => a.SeatId))
        {
            text.Part("seat")
                .Field("seat", answer.SeatId.ToString())
                .Field("outcome", answer.Outcome)
                .Words("reasons", answer.Reasons)
                .Field("answered on", answer.AnsweredOn);
        }
    }
}
