using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.Tracking;

/// <summary>An activity of a published plan: its text, its state, and every report on it with the evidence and the sectors' answers.</summary>
internal sealed class ActivityContents(HubDbContext db) : ISubjectContents
{
    public string Kind => PlanSubjects.ActivityKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var activities = await db.Activities
            .AsNoTracking()
            .Include(a => a.Commitment)
            .Include(a => a.Action)
            .Where(a => a.Commitment!.Plan!.PublishedOn != null && (ids == null || ids.Contains(a.Id)))
            .ToListAsync(ct);
        var reports = (await db.ProgressReports
                .AsNoTracking()
                .Include(r => r.Evidence)
                .Include(r => r.SeatAnswers)
                .Include(r => r.Confirmations)
                .AsSplitQuery()
                .Where(r => ids == null || ids.Contains(r.ActivityId))
                .OrderBy(r => r.Number)
                .ToListAsync(ct))
            .ToLookup(r => r.ActivityId);
        return activities.ConvertAll(a => new SubjectContent(
            PlanSubjects.Activity(a.Commitment!.Slug, a.Id), a.Description, text => Write(text, a, reports[a.Id])) { IsDemonstration = a.IsDemonstration });
    }

    private static void Write(CanonicalText text, Activity activity, IEnumerable<ProgressReport> reports)
    {
        PlanText.Write(text, activity)
            .Field("status", activity.Status)
            .Field("percent", activity.Percent)
            .Field("done on", activity.DoneOn)
            .Field("updated on", activity.UpdatedOn)
            .Field("ended on", activity.EndedOn)
            .Field("ended by", activity.EndedBy?.Value)
            .Words("end reasons", activity.EndReasons);

        foreach (var report in reports)
        {
            Write(text, report);
        }
    }

    private static void Write(CanonicalText text, ProgressReport report)
    {
        text.Part("report")
            .Field("number", report.Number)
            .Field("reported on", report.ReportedOn)
            .Field("status", report.Status)
            .Field("percent", report.Percent)
            .Field("done on", report.DoneOn)
            .Words("summary", report.Summary)
            .Words("step back reason", report.StepBackReason)
            .Field("sector", report.Sector)
            .Field("office", report.Office)
            .FieldIfAny("obstacle cause", report.Obstacle?.Cause.ToString())
            .WordsIfAny("obstacle", report.Obstacle?.Text)
            .WordsIfAny("obstacle measure", report.Obstacle?.Measure);

        foreach (var item in report.Evidence.OrderBy(e => e.Id))
        {
            text.Part("evidence")
                .Words("title", item.Title)
                .Words("url", item.Url)
                .FieldIfAny("sha256", item.Sha256)
                .WordsIfAny("file name", item.FileName)
                .FieldIfAny("bytes", item.Bytes?.ToString(CultureInfo.InvariantCulture))
                .FieldIfAny("without personal data", item.WithoutPersonalData is null ? null : "true")
                .Field("dated on", item.DatedOn)
                .Field("withdrawn on", item.WithdrawnOn)
                .Words("withdrawal reason", item.WithdrawalReason);
        }

        foreach (var seat in report.SeatAnswers.OrderBy(a => a.SeatId))
        {
            text.Part("seat")
                .Field("seat", seat.SeatId.ToString())
                .Field("outcome", seat.Outcome)
                .Words("reasons", seat.Reasons)
                .Field("answered on", seat.AnsweredOn);
        }

        foreach (var answer in report.Confirmations.OrderBy(c => c.Sector))
        {
            text.Part("answer")
                .Field("sector", answer.Sector)
                .Field("organization", answer.Organization)
                .Field("outcome", answer.Outcome)
                .Words("reasons", answer.Reasons)
                .Field("answered on", answer.AnsweredOn);
        }
    }
}
