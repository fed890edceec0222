using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Lets a suspended or archived place change again. Whoever had asked that it be erased must ask anew.</summary>
public sealed class ResumeTenant(HubDbContext db, ChangeStatus change, TimeProvider clock)
{
    public Task<Refusal?> ExecuteAsync(string slug, CancellationToken ct, StatusCause? cause = null) =>
        change.ExecuteAsync(slug, (place, _, now) => place.Resume(now), cause ?? StatusCause.Unsaid, place => TakeUpAsync(place, ct), ct);

    private async Task TakeUpAsync(Tenant place, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"delete from deletion_requests where place_id = {place.Id.Value}", ct);

        // What was put off while the place was at rest.
        await db.WorkDue.Where(work => work.TenantId == place.Id && work.DueAt > now).ExecuteUpdateAsync(set => set.SetProperty(work => work.DueAt, now), ct);
    }
}
