using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tracking.Duties;

public static class DutySubjects
{
    public const string DutyKind = "duty";
    public const string RecordKind = "duty-record";

    public static Subject Duty(DutyCode code) => new(DutyKind, JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString()));

    public static Subject Record(Guid id) => new(RecordKind, id);
}

/// <summary>What happens to a duty in public, as the ledger says it.</summary>
public static class DutyActs
{
    public const string Changed = "duty.changed";
    public const string Assessed = "duty.assessed";
}

/// <summary>A duty that the place has otherwise than usual.</summary>
internal sealed class DutyContents(HubDbContext db) : ISubjectContents
{
    public string Kind => DutySubjects.DutyKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct) =>
        [.. (await db.Duties.AsNoTracking().ToListAsync(ct))
            .Select(duty => new SubjectContent(DutySubjects.Duty(duty.Code), duty.Source, text => text
                .Field("applies", duty.IsApplicable)
                .Field("times", duty.Times)
                .Field("months", duty.Months)
                .Field("effective from", duty.EffectiveFrom)
                .Words("source", duty.Source)))
            .Where(content => keys is null || keys.Contains(content.Subject.Key))];
}

internal sealed class DutyRecordContents(HubDbContext db) : ISubjectContents
{
    public string Kind => DutySubjects.RecordKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(Guid.Parse).ToList();
        var records = await (
            from record in db.DutyRecords.AsNoTracking()
            where ids == null || ids.Contains(record.Id)
            select new
            {
                Record = record,
                Plan = db.ActionPlans.Where(p => p.Id == record.PlanId).Select(p => p.Title).FirstOrDefault(),
                Commitment = db.Commitments.Where(c => c.Id == record.CommitmentId).Select(c => c.Text.Title).FirstOrDefault(),
            }).ToListAsync(ct);
        return records.ConvertAll(row => new SubjectContent(DutySubjects.Record(row.Record.Id), row.Plan ?? row.Commitment!, text => text
            .Field("duty", row.Record.Code)
            .Field("plan", row.Record.PlanId?.ToString())
            .Field("commitment", row.Record.CommitmentId?.ToString())
            .Field("done on", row.Record.DoneOn)
            .Words("link", row.Record.Link)
            .Words("note", row.Record.Note)
            .Field("demonstration", row.Record.IsDemonstration)) { IsDemonstration = row.Record.IsDemonstration });
    }
}
