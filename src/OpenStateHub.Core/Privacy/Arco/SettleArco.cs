using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>The place answers a request, once, with its reasons; and later says that it did what it granted.</summary>
public sealed class SettleArco(HubDbContext db, QueueMail mail, TenantContext tenant, TimeProvider clock)
{
    /// <param name="letter">Of the answered request, to whoever asked.</param>
    public Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, ArcoOutcome outcome, string? reasons, Func<ArcoRequest, Letter> letter, CancellationToken ct) =>
        ChangeAsync(id, async request =>
        {
            var terms = await db.ArcoTerms.AsNoTracking().SingleOrDefaultAsync(ct) ?? new ArcoTerms();
            return request.Settle(outcome, reasons, tenant.Current.Today(clock), terms.CarryDays);
        }, letter, ct);

    /// <param name="letter">Of the request that was carried out, to whoever asked.</param>
    public Task<(bool Found, Refusal? Refusal)> CarryOutAsync(Guid id, Func<ArcoRequest, Letter> letter, CancellationToken ct) =>
        ChangeAsync(id, request => Task.FromResult(request.CarryOut(tenant.Current.Today(clock))), letter, ct);

    private async Task<(bool Found, Refusal? Refusal)> ChangeAsync(Guid id, Func<ArcoRequest, Task<Refusal?>> change, Func<ArcoRequest, Letter> letter, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked, so that of two who answer at once one is told.
        var found = await db.ArcoRequests.FromSql($"select * from arco_requests where id = {id} and received_on is not null for update").SingleOrDefaultAsync(ct);

        if (found is not { } request)
        {
            return (false, null);
        }

        if (await change(request) is { } refusal)
        {
            return (true, refusal);
        }

        mail.To(request.Address, letter(request));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
