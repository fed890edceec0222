using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>Changes what a place is and keeps who did it, when and why. In the national scope.</summary>
public sealed class ChangeStatus(HubDbContext db, TimeProvider clock)
{
    /// <param name="step">One of the place's own steps.</param>
    /// <param name="also">What belongs to the step, in its transaction.</param>
    public async Task<Refusal?> ExecuteAsync(
        string slug, Func<Tenant, StatusCause, DateTimeOffset, Refusal?> step, StatusCause cause, Func<Tenant, Task>? also, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two operators at once: the second reads what the first made of it.
        await db.Database.ExecuteSqlAsync($"select from tenants where slug = {slug} for update", ct);

        if (await db.Tenants.SingleOrDefaultAsync(t => t.Slug == slug, ct) is not { } place)
        {
            return TenantRefusals.Unknown;
        }

        var (before, now) = (place.Status, clock.GetUtcNow());

        if ((cause.Check() ?? step(place, cause, now)) is { } refusal)
        {
            return refusal;
        }

        db.StatusChanges.Add(new StatusChange
        {
            PlaceId = place.Id,
            FromStatus = before,
            ToStatus = place.Status,
            Reason = cause.Said,
            ChangedBy = cause.By,
            ChangedAt = now,
        });
        await db.SaveChangesAsync(ct);

        if (also is not null)
        {
            await also(place);
        }

        await transaction.CommitAsync(ct);
        return null;
    }
}
