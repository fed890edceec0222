using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

public sealed class ChangeBrand(HubDbContext db)
{
    /// <param name="accent">As it was typed; empty: the hub's own colour.</param>
    /// <param name="revision">The one that whoever typed it had read; 0 where nothing had been chosen yet.</param>
    public async Task<Refusal?> ExecuteAsync(string? accent, int revision, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into brands (id, revision) values ({Guid.CreateVersion7()}, 0) on conflict do nothing", ct);
        var brand = await db.Brands.SingleAsync(ct);

        if (brand.Revision != revision)
        {
            return SettingsRefusals.ChangedMeanwhile;
        }

        if (brand.Change(accent) is { } refusal)
        {
            return refusal;
        }

        return await SettingsSaving.SaveAsync(db, ct);
    }
}
