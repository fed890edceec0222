using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Owners;

namespace OpenStateHub.Core.Tracking.Indicators;

/// <summary>A commitment whose indicator somebody may measure, with what was measured so far.</summary>
public sealed class FindMeasurable(HubDbContext db, FindOwnership ownerships, ReadIndicatorValues values, TenantContext tenant, TimeProvider clock)
{
    /// <returns>Null where the person does not own the whole commitment, or it has no indicator or no public plan.</returns>
    public async Task<Found?> ExecuteAsync(Guid personId, Guid commitmentId, CancellationToken ct)
    {
        if (await ownerships.OfCommitmentAsync(personId, commitmentId, ct) is not { } owner)
        {
            return null;
        }

        var found = await db.Commitments.AsNoTracking()
            .Where(c => c.Id == commitmentId && c.Plan!.PublishedOn != null)
            .Select(c => new { c.Slug, Title = c.Text.ShortTitle ?? c.Text.Title, c.Text.Indicator })
            .SingleOrDefaultAsync(ct);
        return found?.Indicator is { } indicator
            ? new Found(tenant.Current.Today(clock), owner, found.Slug, found.Title, indicator, await values.ExecuteAsync(commitmentId, ct))
            : null;
    }

    public sealed record Found(
        DateOnly Today, Ownership Owner, string CommitmentSlug, string Commitment, Indicator Indicator, IReadOnlyList<IndicatorValueRow> Values);
}
