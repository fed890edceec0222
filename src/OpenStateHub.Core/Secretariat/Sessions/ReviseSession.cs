using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat.Sessions;

/// <summary>Changes when, where and what a session is; after the call everybody who is invited is told.</summary>
public sealed class ReviseSession(ChangeSession change, ReadNotice notice, TenantContext tenant)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid sessionId, SessionInput input, int seen, SessionLetter letter, CancellationToken ct) =>
        change.ExecuteAsync(
            sessionId, SessionActs.Changed, letter, async session => session.Revise(input.At(tenant.Current), await notice.ExecuteAsync(ct), seen), ct);
}
