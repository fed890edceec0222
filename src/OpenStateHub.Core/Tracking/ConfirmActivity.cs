using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking;

/// <summary>
/// Gives a sector's answer to a reported completion. Three confirmations verify it; one refusal sends it back to work. Nobody's report counts as
/// an answer, so the sector that reported is never the only one to verify.
/// </summary>
public sealed class ConfirmActivity(HubDbContext db, TenantContext tenant, FindSectorQuorum quorum, PublicChange change, TimeProvider clock)
{
    public sealed record Input
    {
        public required Guid ActivityId { get; init; }

        /// <summary>Null: today.</summary>
        public DateOnly? On { get; init; }

        public required Sector Sector { get; init; }

        /// <summary>An organisation that holds a seat of that sector on that day.</summary>
        public required string Organization { get; init; }

        public required ConfirmationOutcome Outcome { get; init; }

        /// <summary>Compulsory in a refusal.</summary>
        public string? Reasons { get; init; }
    }

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var on = input.On ?? today;
        var organization = input.Organization.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var activity = await db.LockActivityAsync(input.ActivityId, ct);
        var report = await db.ProgressReports
            .Include(r => r.Confirmations)
            .Where(r => r.ActivityId == activity.Id)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(ct);

        if (report is null)
        {
            return ActivityRefusals.NotComplete;
        }

        if (report.Confirmations.Any(c => c.Sector == input.Sector))
        {
            return TrackingRefusals.SectorAnswered;
        }

        var seats = await db.Seats.Where(s => s.Sector == input.Sector && s.Organization == organization).ToListAsync(ct);

        if (!seats.Any(seat => seat.IsHeldOn(on)))
        {
            return TrackingRefusals.NoSeat;
        }

        // A sector that left cannot be outvoted by its absence, nor by a confirmation dated back to before it left.
        if (input.Outcome is ConfirmationOutcome.Confirmed
            && !((await quorum.ExecuteAsync(on, ct)).IsWhole && (await quorum.ExecuteAsync(today, ct)).IsWhole))
        {
            return TrackingRefusals.NoSectorQuorum;
        }

        var confirming = report.Confirmations.Select(c => c.Sector).Append(input.Sector).ToList();
        var refusal = input.Outcome is ConfirmationOutcome.Refused
            ? activity.RefuseCompletion(input.Reasons, on, today)
            : activity.ConfirmCompletion(confirming, on, today);

        if (refusal is not null)
        {
            return refusal;
        }

        db.Confirmations.Add(new Confirmation
        {
            ReportId = report.Id,
            Sector = input.Sector,
            Organization = organization,
            Outcome = input.Outcome,
            Reasons = input.Reasons,
            AnsweredOn = on,
        });
        await change.ExecuteAsync(
            new PublicAct(
                input.Outcome is ConfirmationOutcome.Refused ? TrackingActs.Refused : TrackingActs.Confirmed,
                PlanSubjects.Activity(activity.Commitment!.Slug, activity.Id),
                on)
            {
                By = new ActingOffice.Named(organization, input.Sector.ToString()),
            },
            ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
