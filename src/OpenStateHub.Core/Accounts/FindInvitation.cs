using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts;

/// <summary>What the holder of an invitation's link reads before accepting it.</summary>
public sealed class FindInvitation(HubDbContext db, TimeProvider clock)
{
    /// <returns>Null where this place never made such a link.</returns>
    public async Task<Found?> ExecuteAsync(string token, CancellationToken ct)
    {
        var hash = Invitation.HashOf(token);

        if (await db.Invitations.AsNoTracking().SingleOrDefaultAsync(invitation => invitation.TokenHash == hash, ct) is not { } found)
        {
            return null;
        }

        var address = found.Email.ToUpperInvariant();
        return new Found(
            found.Email,
            found.Role,
            found.Office,
            found.UntilOn,
            HasAccount: await db.Users.AnyAsync(person => person.NormalizedEmail == address, ct),
            Refusal: found.CheckOpen(clock.GetUtcNow()));
    }

    /// <param name="HasAccount">The address has an account here: the role is added to it.</param>
    /// <param name="Refusal">Why it can no longer be accepted; null where it can.</param>
    public sealed record Found(string Email, Role Role, string? Office, DateOnly? UntilOn, bool HasAccount, Refusal? Refusal);
}
