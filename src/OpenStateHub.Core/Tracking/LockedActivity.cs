using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tracking;

/// <summary>Reports and answers of one activity take turns: each counts what came before it.</summary>
internal static class LockedActivity
{
    /// <summary>The activity with its commitment and plan, locked to the end of the transaction, which the caller has begun.</summary>
    public static async Task<Activity> LockActivityAsync(this HubDbContext db, Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from activities where id = {id} for update", ct);
        return await db.Activities.Include(a => a.Commitment!.Plan).SingleAsync(a => a.Id == id, ct);
    }
}
