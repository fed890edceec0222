using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Secretariat.Offers;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>How far the start has come with the secretariat: its sectors, and the acts by which it came to be.</summary>
internal sealed class SecretariatStartFacts(HubDbContext db, TenantContext tenant, TimeProvider clock) : IStartFacts
{
    public async Task<IReadOnlyList<StartFact>> ReadAsync(CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var seats = await db.Seats.AsNoTracking().ToListAsync(ct);
        var missing = Sectors.All.Except(seats.Where(seat => seat.IsHeldOn(today)).Select(seat => seat.Sector)).ToList();
        var steps = await db.InstallationSteps.Select(step => step.Kind).Distinct().ToListAsync(ct);
        var isOffered = await db.SeatOffers.AnyAsync(offer => offer.Direction == OfferDirection.Made && offer.Status == OfferStatus.Open, ct);

        // The guarantor's seat is a step of its own where it is offered to the state's.
        var asked = StartSteps.Of(tenant.Current.Kind).Contains(StartStep.Guarantor) ? missing.Where(sector => sector is not Sector.Guarantor).ToList() : missing;

        return
        [
            asked.Count == 0 ? new(StartStep.Sectors, StepState.Done) : new(StartStep.Sectors, StepState.Open, asked[0].ToString()),
            new(StartStep.Guarantor, !missing.Contains(Sector.Guarantor) ? StepState.Done : isOffered ? StepState.Going : StepState.Open),
            StartFact.Of(StartStep.Declaration, steps.Contains(InstallationStepKind.JointDeclaration)),
            StartFact.Of(StartStep.Installation, steps.Contains(InstallationStepKind.Installation)),
        ];
    }
}
