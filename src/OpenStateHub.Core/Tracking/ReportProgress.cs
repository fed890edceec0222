using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>Says what was done of an activity, with what shows it. <see cref="Owners.ReportAsOwner"/> is the way of whoever signs in.</summary>
public sealed class ReportProgress(HubDbContext db, TenantContext tenant, UseFile files, QueueWork queue, PublicChange change, TimeProvider clock)
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

        /// <summary>Compulsory in progress where it was due before that day.</summary>
        public Obstacle? Obstacle { get; init; }

        public required Sector Sector { get; init; }
        public required string Office { get; init; }

        /// <summary>Null: nobody signed in.</summary>
        public Guid? PersonId { get; init; }

        public IReadOnlyList<EvidenceInput> Evidence { get; init; } = [];
    }

    /// <param name="Url">Null where it is a file.</param>
    public sealed record EvidenceInput(string Title, string? Url, DateOnly? DatedOn)
    {
        /// <summary>Of a file that the place keeps.</summary>
        public string? Sha256 { get; init; }

        /// <summary>Whether whoever gives it says that it holds none; null: not asked, which a link of a source may be.</summary>
        public bool? WithoutPersonalData { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var on = input.On ?? today;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var activity = await db.LockActivityAsync(input.ActivityId, ct);
        var before = await db.ProgressReports.CountAsync(r => r.ActivityId == activity.Id, ct);
        var published = await db.EvidenceItems.CountAsync(e => e.ActivityId == activity.Id && e.WithdrawnOn == null, ct);
        var (evidence, unusable) = await EvidenceAsync(input.Evidence, activity.Id, ct);
        var obstacle = input.Obstacle?.Tidy();

        var refusal = Check(input)
            ?? unusable
            ?? evidence.Select(item => item.Check(today)).FirstOrDefault(found => found is not null)
            ?? activity.Report(input.Status, input.Percent, input.DoneOn, published + evidence.Count, input.StepBackReason, on, today)
            ?? CheckObstacle(obstacle, input.Status, isLate: activity.DueOn < on);

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
            Obstacle = obstacle,
            ReportedBy = input.PersonId,
            Evidence = evidence,
        });

        if (input.Status is ActivityStatus.Complete)
        {
            await queue.ExecuteAsync(
                tenant.Current.Id, WorkKind.Verifications, tenant.Current.InstantOf(AnswerTerm.LastDay(on).AddDays(1), TimeOnly.MinValue), ct);
        }

        await change.ExecuteAsync(
            new PublicAct(TrackingActs.Reported, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id), on)
            {
                By = new ActingOffice.Named(input.Office, input.Sector.ToString()),
            },
            ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<(List<EvidenceItem> Items, Refusal? Refusal)> EvidenceAsync(IReadOnlyList<EvidenceInput> given, Guid activityId, CancellationToken ct)
    {
        var items = new List<EvidenceItem>();

        foreach (var input in given)
        {
            var id = Guid.CreateVersion7();

            if ((input.WithoutPersonalData, input.Sha256) is (false, _) or (null, not null))
            {
                return ([], input.WithoutPersonalData is null ? TrackingRefusals.PersonalDataNotAnswered : TrackingRefusals.EvidenceWithPersonalData);
            }

            var file = input.Sha256 is { } sha256 ? await files.ExecuteAsync(sha256, FileUseKind.Evidence, id, ct) : null;

            if (input.Sha256 is not null && file is null)
            {
                return ([], TrackingRefusals.EvidenceFileGone);
            }

            items.Add(new EvidenceItem
            {
                Id = id,
                ActivityId = activityId,
                Title = input.Title.Trim(),
                Url = file is null ? input.Url?.Trim() : null,
                Sha256 = file?.Sha256,
                FileName = file?.Name,
                Bytes = file?.Bytes,
                DatedOn = input.DatedOn,
                WithoutPersonalData = input.WithoutPersonalData,
            });
        }

        return (items, null);
    }

    private static Refusal? Check(Input input) =>
        string.IsNullOrWhiteSpace(input.Summary) ? TrackingRefusals.ReportWithoutSummary
        : string.IsNullOrWhiteSpace(input.Office) ? TrackingRefusals.ReportWithoutOffice
        : TextRules.CheckLength(("summary", input.Summary, TextRules.LongestText), ("reason", input.StepBackReason, TextRules.LongestText));

    private static Refusal? CheckObstacle(Obstacle? obstacle, ActivityStatus status, bool isLate) => obstacle switch
    {
        null => isLate && status is ActivityStatus.InProgress ? TrackingRefusals.LateWithoutObstacle : null,
        _ when status is ActivityStatus.Complete => TrackingRefusals.CompleteWithObstacle,
        _ => obstacle.Check(),
    };
}
