using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>Sets how many letters this place may send. An operator's decision: the mail server's good name is everybody's.</summary>
public sealed class LimitMail(HubDbContext db, TenantContext tenant)
{
    /// <summary>Null: as the installation has it.</summary>
    public async Task<Refusal?> ExecuteAsync(int? perHour, int? perDay, CancellationToken ct)
    {
        var settings = await MailSettings.OfAsync(db, tenant, ct);

        if (settings.Limit(perHour, perDay) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
