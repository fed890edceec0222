using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Sets the notice that the next calls are measured by, and how long a place may be without a session.</summary>
public sealed class ChangeSessionRules(HubDbContext db)
{
    /// <param name="seen">The revision that the writer saw; 0 where nothing had been said yet.</param>
    public async Task<Refusal?> ExecuteAsync(int ordinaryNotice, int extraordinaryNotice, int monthsBetween, int seen, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var usual = new SessionRules();
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into session_rules (id, ordinary_notice, extraordinary_notice, months_between, revision)
             values ({usual.Id}, {usual.OrdinaryNotice}, {usual.ExtraordinaryNotice}, {usual.MonthsBetween}, 0) on conflict do nothing
             """,
            ct);
        await db.Database.ExecuteSqlAsync($"select from session_rules for update", ct);
        var rules = await db.SessionRules.SingleAsync(ct);

        if (rules.Change(ordinaryNotice, extraordinaryNotice, monthsBetween, seen) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
