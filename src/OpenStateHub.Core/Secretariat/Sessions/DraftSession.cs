using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Begins a session that nobody is called to yet.</summary>
public sealed class DraftSession(HubDbContext db, TenantContext tenant)
{
    /// <param name="isDemonstration">Invented, and shown with its mark.</param>
    public async Task<(Guid Id, Refusal? Refusal)> ExecuteAsync(SessionInput input, CancellationToken ct, bool isDemonstration = false)
    {
        var (session, refusal) = Session.Drafted(input.At(tenant.Current), isDemonstration);

        if (session is null)
        {
            return (Guid.Empty, refusal);
        }

        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return (session.Id, null);
    }
}
