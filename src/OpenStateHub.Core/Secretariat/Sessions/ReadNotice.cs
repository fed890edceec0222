using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>This moment, and what the place's rules ask of a call.</summary>
public sealed class ReadNotice(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public async Task<Notice> ExecuteAsync(CancellationToken ct)
    {
        var rules = await db.SessionRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? new SessionRules();
        return new Notice(clock.GetUtcNow(), rules, at => DateOnly.FromDateTime(tenant.Current.LocalTime(at)));
    }
}
