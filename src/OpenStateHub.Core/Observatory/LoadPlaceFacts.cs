using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Duties;

namespace OpenStateHub.Core.Observatory;

/// <summary>Reads the public facts of the tenant that its figures are computed from.</summary>
public sealed class LoadPlaceFacts(HubDbContext db, TenantContext tenant, ReadActivityHistories histories, ReadDuties duties)
{
    public async Task<PlaceFacts> ExecuteAsync(CancellationToken ct)
    {
        var installed = await db.InstallationSteps
            .Where(s => s.Kind == InstallationStepKind.Installation)
            .MinAsync(s => s.OccurredOn ?? s.KnownBy, ct);
        return new PlaceFacts
        {
            Exercises = await ExercisesAsync(ct),
            SecretariatInstalledOn = installed,
            CivilSocietySeats = await SeatsAsync(installed, ct),
            Plans = await PlansAsync(ct),
            Duties = await duties.ExecuteAsync(ct),
        };
    }

    private async Task<List<Period>> ExercisesAsync(CancellationToken ct) =>
        (await db.ProgrammeMemberships
            .Where(m => m.TenantId == tenant.Current.Id && db.Programmes.Any(p => p.Code == m.Programme && p.IsLocalExercise))
            .Select(m => new { m.FromOn, m.UntilOn })
            .ToListAsync(ct))
        .ConvertAll(m => new Period(m.FromOn, m.UntilOn));

    // A seat whose first day no source tells counts from the installation; where that is unknown too, it has no day to count from.
    private async Task<List<SeatFact>> SeatsAsync(DateOnly? installed, CancellationToken ct)
    {
        var seats = await db.Seats
            .Where(s => s.Sector == Sector.CivilSociety)
            .Select(s => new { s.Organization, s.FromOn, s.UntilOn })
            .ToListAsync(ct);
        return [.. from seat in seats
                   let first = seat.FromOn ?? installed
                   where first != null
                   select new SeatFact(seat.Organization, new Period(first.Value, seat.UntilOn))];
    }

    private async Task<List<PlanFact>> PlansAsync(CancellationToken ct)
    {
        var plans = await db.ActionPlans
            .Where(p => p.PublishedOn != null)
            .Select(p => new { p.Id, PublishedOn = p.PublishedOn!.Value, p.ClosedOn })
            .ToListAsync(ct);
        var commitments = await db.Commitments
            .Where(c => c.Plan!.PublishedOn != null)
            .Select(c => new
            {
                c.Id,
                c.PlanId,
                c.Text.IsProactive,
                c.IsLeftOut,
                c.WithdrawnOn,
                c.VerifiedOn,
                Counterparts = c.Actors.Where(a => a.Role == ActorRole.CivilSocietyCounterpart).Select(a => a.Organization).ToList(),
            })
            .ToListAsync(ct);
        var activities = (await histories.ExecuteAsync(ct)).ToLookup(
            row => row.CommitmentId,
            row => ActivityFact.From(row.ActionId, row.ActionWeight, row.History));
        var byPlan = commitments.ToLookup(c => c.PlanId, c => new CommitmentFact
        {
            IsProactive = c.IsProactive,
            IsLeftOut = c.IsLeftOut,
            WithdrawnOn = c.WithdrawnOn,
            VerifiedOn = c.VerifiedOn,
            Counterparts = c.Counterparts,
            Activities = [.. activities[c.Id]],
        });
        return plans.ConvertAll(p => new PlanFact { PublishedOn = p.PublishedOn, ClosedOn = p.ClosedOn, Commitments = [.. byPlan[p.Id]] });
    }
}
