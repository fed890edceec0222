using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Archives;

/// <summary>Whether an operator asked that a place be erased, and from when another may confirm it. In the national scope.</summary>
public sealed class FindDeletion(HubDbContext db)
{
    /// <param name="By">Who asked.</param>
    public sealed record Row(DeletionRequest Request, string By);

    public async Task<Row?> ExecuteAsync(TenantId place, CancellationToken ct)
    {
        var found = await (
                from request in db.DeletionRequests.AsNoTracking()
                where request.PlaceId == place
                join person in db.Users on request.RequestedBy equals person.Id
                select new { Request = request, person.Name })
            .SingleOrDefaultAsync(ct);
        return found is null ? null : new Row(found.Request, found.Name);
    }

    /// <summary>Any operator may take the request back.</summary>
    public async Task<bool> WithdrawAsync(TenantId place, CancellationToken ct) =>
        await db.DeletionRequests.Where(request => request.PlaceId == place).ExecuteDeleteAsync(ct) > 0;
}
