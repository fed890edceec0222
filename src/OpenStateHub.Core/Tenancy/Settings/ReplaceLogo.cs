using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Tenancy.Settings;

/// <summary>Gives the place a logo instead of the one it had.</summary>
public sealed class ReplaceLogo(HubDbContext db)
{
    public async Task<Refusal?> ExecuteAsync(byte[] content, CancellationToken ct)
    {
        var (logo, refusal) = Logo.From(content);

        if (logo is null)
        {
            return refusal;
        }

        // One statement, so that of two at once the later one stands and neither fails.
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into logos (id, sha256, media_type, width, height, content)
             values ({logo.Id}, {logo.Sha256}, {logo.MediaType}, {logo.Width}, {logo.Height}, {logo.Content})
             on conflict (tenant_id) do update
             set (id, sha256, media_type, width, height, content)
               = (excluded.id, excluded.sha256, excluded.media_type, excluded.width, excluded.height, excluded.content)
             """,
            ct);
        return null;
    }
}
