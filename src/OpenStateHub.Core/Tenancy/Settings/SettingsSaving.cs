using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>Two administrators who save at the very same moment: the second is told.</summary>
internal static class SettingsSaving
{
    public static async Task<Refusal?> SaveAsync(HubDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return SettingsRefusals.ChangedMeanwhile;
        }
    }
}
