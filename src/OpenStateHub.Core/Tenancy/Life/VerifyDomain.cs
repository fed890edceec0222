using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>Looks whether the domain's own record says that it is the place's; from then on the place is served there. In the national scope.</summary>
public sealed class VerifyDomain(HubDbContext db, IResolveDomain names, TimeProvider clock)
{
    public async Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct)
    {
        var place = await db.Tenants.Where(t => t.Slug == slug).Select(t => t.Id).SingleOrDefaultAsync(ct);

        if (await db.PlaceDomains.SingleOrDefaultAsync(d => d.PlaceId == place, ct) is not { } domain)
        {
            return LifeRefusals.DomainMissing;
        }

        if (await names.TextsAsync(domain.RecordName, ct) is not { } texts)
        {
            return LifeRefusals.NobodyAnswers;
        }

        var refusal = domain.Verify(texts, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return refusal;
    }
}
