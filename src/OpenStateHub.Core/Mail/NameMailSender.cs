using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Mail;

/// <summary>Says whom the recipients of this place's letters see as their sender.</summary>
public sealed class NameMailSender(HubDbContext db, TenantContext tenant)
{
    /// <param name="name">Empty: the place's name.</param>
    public async Task<Refusal?> ExecuteAsync(string? name, CancellationToken ct)
    {
        var settings = await MailSettings.OfAsync(db, tenant, ct);

        if (settings.NameSender(name) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return null;
    }
}
