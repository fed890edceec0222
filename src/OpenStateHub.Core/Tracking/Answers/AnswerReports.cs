using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Answers;

/// <summary>
/// A seat's answer to one or several reported completions, given or changed in one act: all of them or none. Until its sector's answer is settled
/// it may change.
/// </summary>
public sealed class AnswerReports(
    HubDbContext db, TenantContext tenant, SettleSector settle, FindSectorQuorum quorum, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        /// <summary>The reports that were read, each the last one of its activity.</summary>
        public required IReadOnlyList<Guid> Reports { get; init; }

        /// <summary>The seat of whoever answers; null: they have none, and hence no answer.</summary>
        public required Guid? SeatId { get; init; }

        /// <summary>Null: nobody signed in.</summary>
        public Guid? PersonId { get; init; }

        public required ConfirmationOutcome? Outcome { get; init; }

        /// <summary>Public, and compulsory in a refusal.</summary>
        public string? Reasons { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var on = input.On ?? tenant.Current.Today(clock);
        var reasons = input.Reasons?.ReplaceLineEndings("\n").Tidy();

        if (Check(input, reasons) is { } wrong)
        {
            return wrong;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.Seats.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.SeatId, ct) is not { } seat || !seat.IsHeldOn(on))
        {
            return TrackingRefusals.NoSeat;
        }

        var acts = new List<(string Code, Subject Subject)>();

        // In one order, so that two seats that answer the same ones at once wait for each other instead of for ever.
        foreach (var id in await ActivitiesAsync(input.Reports, ct))
        {
            var activity = await db.LockActivityAsync(id, ct);
            var (refusal, act) = await AnswerAsync(activity, seat, input with { Reasons = reasons, On = on }, ct);

            if (refusal is not null)
            {
                return refusal with { Detail = refusal.Detail ?? activity.Description };
            }

            if (act is not null)
            {
                acts.Add((act, PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id)));
            }
        }

        if (acts is [var (code, subject), .. var parts])
        {
            await change.ExecuteAsync(
                new PublicAct(code, subject, on)
                {
                    By = new ActingOffice.Named(seat.Organization, seat.Sector.ToString()),
                    ChangesFigures = acts.Exists(act => act.Code is TrackingActs.Confirmed or TrackingActs.Refused),
                    Parts = parts,
                },
                ct);
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    private static Refusal? Check(Input input, string? reasons) => input switch
    {
        { Reports.Count: 0 } => TrackingRefusals.NothingToAnswer,
        { Outcome: null } => TrackingRefusals.AnswerWithoutOutcome,
        { Outcome: { } outcome } when !Enum.IsDefined(outcome) => TrackingRefusals.AnswerWithoutOutcome,
        { Outcome: ConfirmationOutcome.Refused } when reasons is null => ActivityRefusals.RefusedWithoutReasons,
        _ => TextRules.CheckLength(("reasons", reasons, SeatAnswer.LongestReasons)),
    };

    private async Task<List<Guid>> ActivitiesAsync(IReadOnlyList<Guid> reports, CancellationToken ct) =>
        await db.ProgressReports.Where(r => reports.Contains(r.Id)).Select(r => r.ActivityId).Distinct().OrderBy(id => id).ToListAsync(ct);

    private async Task<(Refusal? Refusal, string? Act)> AnswerAsync(Activity activity, Seat seat, Input input, CancellationToken ct)
    {
        var on = input.On!.Value;
        var report = await db.ProgressReports
            .Include(r => r.SeatAnswers)
            .Include(r => r.Confirmations)
            .AsSplitQuery()
            .Where(r => r.ActivityId == activity.Id)
            .OrderByDescending(r => r.Number)
            .FirstAsync(ct);

        if (await CheckAsync(activity, report, seat, input, ct) is { } refusal)
        {
            return (refusal, null);
        }

        var answer = report.SeatAnswers.FirstOrDefault(a => a.SeatId == seat.Id);
        var isFirst = answer is null;
        answer ??= db.SeatAnswers.Add(new SeatAnswer { ReportId = report.Id, SeatId = seat.Id }).Entity;

        if (!answer.Say(input.Outcome!.Value, input.Reasons, on))
        {
            return (null, null);
        }

        var settled = await settle.ExecuteAsync(activity, report, seat.Sector, on, ct);
        return (null, settled.Answer?.Outcome switch
        {
            ConfirmationOutcome.Refused => TrackingActs.Refused,
            ConfirmationOutcome.Confirmed => TrackingActs.Confirmed,
            _ => isFirst ? TrackingActs.SeatAnswered : TrackingActs.SeatAnswerChanged,
        });
    }

    private async Task<Refusal?> CheckAsync(Activity activity, ProgressReport report, Seat seat, Input input, CancellationToken ct)
    {
        var (on, today) = (input.On!.Value, tenant.Current.Today(clock));

        if (!input.Reports.Contains(report.Id))
        {
            return TrackingRefusals.ReportFollowed;
        }

        if (report.Confirmations.Any(c => c.Sector == seat.Sector))
        {
            return TrackingRefusals.SectorAnswered;
        }

        // Nobody's report is an answer to itself.
        if (input.PersonId is not null && report.ReportedBy == input.PersonId)
        {
            return TrackingRefusals.OwnReport;
        }

        var confirms = input.Outcome is ConfirmationOutcome.Confirmed;

        if (activity.CheckAnswer(confirms, on, today) is { } refusal)
        {
            return refusal;
        }

        // A sector that left cannot be outvoted by its absence, nor by a confirmation dated back to before it left.
        return confirms && !((await quorum.ExecuteAsync(on, ct)).IsWhole && (await quorum.ExecuteAsync(today, ct)).IsWhole) ? TrackingRefusals.NoSectorQuorum : null;
    }
}
