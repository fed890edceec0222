using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>The person holds the address: the clock starts, once.</summary>
public sealed class ConfirmArco(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <summary>The request of a link, as it stands; null where this place never made such a link.</summary>
    public Task<ArcoRequest?> FindAsync(string token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        return db.ArcoRequests.AsNoTracking().SingleOrDefaultAsync(request => request.TokenHash == hash, ct);
    }

    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(string token, CancellationToken ct)
    {
        var hash = LinkToken.HashOf(token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        if (await db.ArcoRequests.FromSql($"select * from arco_requests where token_hash = {hash} for update").SingleOrDefaultAsync(ct) is not { } request)
        {
            return (false, null);
        }

        var terms = await db.ArcoTerms.AsNoTracking().SingleOrDefaultAsync(ct) ?? new ArcoTerms();

        if (request.Confirm(tenant.Current.Today(clock), terms.AnswerDays, clock.GetUtcNow()) is { } refusal)
        {
            return (true, refusal);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
