using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>What the place says of itself, who works there, and what it answered about its readiness.</summary>
internal sealed class OwnStartFacts(HubDbContext db, TenantContext tenant) : IStartFacts
{
    public async Task<IReadOnlyList<StartFact>> ReadAsync(CancellationToken ct)
    {
        var found = await db.Tenants.Where(place => place.Id == tenant.Current.Id).Select(_ => new
        {
            Named = db.DatedNames.Any(name => name.Subject == NameSubject.Guarantor),
            Branded = db.Brands.Any() || db.Logos.Any(),
            Worded = db.Wordings.Any(),
            Notice = db.PlaceNotices.Any(),
            People = db.RoleGrants.Select(grant => grant.UserId).Distinct().Count() + db.Invitations.Count(invitation => invitation.AcceptedAt == null),
            Answered = db.ReadinessAssessments.Any(),
        }).SingleAsync(ct);

        return
        [
            StartFact.Of(StartStep.Institution, found.Named), StartFact.Of(StartStep.Brand, found.Branded), StartFact.Of(StartStep.Words, found.Worded),
            StartFact.Of(StartStep.PrivacyNotice, found.Notice), StartFact.Of(StartStep.People, found.People > 1),
            StartFact.Of(StartStep.Readiness, found.Answered),
        ];
    }
}
