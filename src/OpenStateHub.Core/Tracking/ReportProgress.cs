using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

public sealed class ReportProgress(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required Guid ActivityId { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }

        /// <summary>InProgress or Complete.</summary>
        public required ActivityStatus Status { get; init; }

        /// <summary>0 to 99 in progress; null or 100 when complete.</summary>
        public int? Percent { get; init; }

        /// <summary>When complete: the day on which it was done.</summary>
        public DateOnly? DoneOn { get; init; }

        public required string Summary { get; init; }

        /// <summary>Compulsory where the report is less than what was reported before.</summary>
        public string? StepBackReason { get; init; }

        public required Sector Sector { get; init; }
        public required string Office { get; init; }
        public IReadOnlyList<EvidenceInput> Evidence { get; init; } = [];
    }

    public sealed record EvidenceInput(string Title, string Url, DateOnly? DatedOn);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var on = input.On ?? today;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var activity = await db.LockActivityAsync(input.ActivityId, ct);
        var before = await db.ProgressReports.CountAsync(r => r.ActivityId == activity.Id, ct);
        var published = await db.EvidenceItems.CountAsync(e => e.ActivityId == activity.Id && e.WithdrawnOn == null, ct);
        var evidence = input.Evidence
            .Select(e => new EvidenceItem { ActivityId = activity.Id, Title = e.Title.Trim(), Url = e.Url.Trim(), DatedOn = e.DatedOn })
            .ToList();

        var refusal = Check(input)
            ?? evidence.Select(item => item.Check(today)).FirstOrDefault(found => found is not null)
            ?? activity.Report(input.Status, input.Percent, input.DoneOn, published + evidence.Count, input.StepBackReason, on, today);

        if (refusal is not null)
        {
            return refusal;
        }

        db.ProgressReports.Add(new ProgressReport
        {
            Id = input.Id,
            ActivityId = activity.Id,
            Number = before + 1,
            ReportedOn = on,
            Status = input.Status,
            Percent = input.Status is ActivityStatus.InProgress ? input.Percent : null,
            DoneOn = input.DoneOn,
            Summary = input.Summary.Trim(),
            StepBackReason = input.StepBackReason,
            Sector = input.Sector,
            Office = input.Office.Trim(),
            Evidence = evidence,
        });
        await change.ExecuteAsync(
            new PublicAct(TrackingActs.Reported, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), on)
            {
                By = new ActingOffice.Named(input.Office, input.Sector.ToString()),
            },
            ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static Refusal? Check(Input input) =>
        string.IsNullOrWhiteSpace(input.Summary) ? TrackingRefusals.ReportWithoutSummary
        : string.IsNullOrWhiteSpace(input.Office) ? TrackingRefusals.ReportWithoutOffice
        : null;
}
