using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>Takes a step of what the place offers or needs, and records it. Two at once: the second is told that somebody was faster.</summary>
public sealed class ChangeOffer(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid id, OfferText text, int seen, CancellationToken ct) =>
        StepAsync(id, NetworkActs.OfferChanged, offer => offer.Change(text, seen), ct);

    public Task<Refusal?> WithdrawAsync(Guid id, int seen, CancellationToken ct) =>
        StepAsync(id, NetworkActs.OfferWithdrawn, offer => offer.Withdraw(seen, tenant.Current.Today(clock)), ct);

    private async Task<Refusal?> StepAsync(Guid id, string act, Func<PublishedOffer, Refusal?> step, CancellationToken ct)
    {
        var here = tenant.Current.Id;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from published_offers where tenant_id = {here.Value} and id = {id} for update", ct);

        if (await db.PublishedOffers.SingleOrDefaultAsync(o => o.TenantId == here && o.Id == id, ct) is not { } offer)
        {
            return NetworkRefusals.OfferUnknown;
        }

        if (step(offer) is { } refusal)
        {
            return refusal;
        }

        await change.ExecuteAsync(new PublicAct(act, NetworkSubjects.Offer(id), tenant.Current.Today(clock)) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
