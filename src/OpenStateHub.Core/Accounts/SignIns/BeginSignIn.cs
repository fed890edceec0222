using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Accounts.SignIns;

public sealed class BeginSignIn(HubDbContext db, TimeProvider clock)
{
    /// <param name="device">As <see cref="Device"/> names it.</param>
    /// <param name="secondFactor">Whether more than a password was proved.</param>
    public async Task<Guid> ExecuteAsync(Guid personId, string device, bool secondFactor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var signIn = new SignIn { UserId = personId, Device = device, BeganAt = now, SeenAt = now, SecondFactor = secondFactor };
        db.SignIns.Add(signIn);
        await db.SaveChangesAsync(ct);
        return signIn.Id;
    }
}
