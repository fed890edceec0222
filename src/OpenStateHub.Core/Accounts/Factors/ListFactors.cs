using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>By what a person proves who they are beyond the password.</summary>
public sealed class ListFactors(HubDbContext db)
{
    public async Task<Found> ExecuteAsync(Guid personId, CancellationToken ct)
    {
        var app = await db.Authenticators.Where(a => a.UserId == personId).Select(a => (DateTimeOffset?)a.ConfirmedAt).SingleOrDefaultAsync(ct);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == personId).ToListAsync(ct);
        var codes = await db.RecoveryCodes.CountAsync(code => code.UserId == personId, ct);
        return new Found(
            app,
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt))],
            codes);
    }

    /// <param name="AppSince">When a first code of the app was typed; null: there is none.</param>
    /// <param name="Codes">How many recovery codes are left.</param>
    public sealed record Found(DateTimeOffset? AppSince, IReadOnlyList<PasskeyRow> Passkeys, int Codes)
    {
        public int Count => (AppSince is null ? 0 : 1) + Passkeys.Count;
    }

    public sealed record PasskeyRow(string Id, string Name, DateTimeOffset CreatedAt);
}
