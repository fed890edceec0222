using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

public sealed class ChangeWording(HubDbContext db)
{
    /// <param name="revision">The one that whoever typed it had read; 0 where nothing had been said yet.</param>
    public async Task<Refusal?> ExecuteAsync(Wording.Input input, int revision, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"insert into wordings (id, revision) values ({Guid.CreateVersion7()}, 0) on conflict do nothing", ct);
        var wording = await db.Wordings.SingleAsync(ct);

        if (wording.Revision != revision)
        {
            return SettingsRefusals.ChangedMeanwhile;
        }

        if (wording.Change(input) is { } refusal)
        {
            return refusal;
        }

        return await SettingsSaving.SaveAsync(db, ct);
    }
}
