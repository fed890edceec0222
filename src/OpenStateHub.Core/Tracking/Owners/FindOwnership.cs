using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Core.Tracking.Owners;

/// <summary>As whom a person may report on a thing today: their grant says so, never a form.</summary>
/// <param name="UntilOn">The last day of the grant.</param>
public sealed record Ownership(Sector Sector, string? Office, DateOnly? UntilOn)
{
    public static Ownership Of(RoleGrant grant) => new(
        grant.Sector is OwnerSector.CivilSociety ? Sector.CivilSociety : Sector.Government, grant.Office, grant.UntilOn);
}

/// <summary>Whether a person owns an activity, by itself or with its whole commitment.</summary>
public sealed class FindOwnership(HubDbContext db, ListGrants grants)
{
    /// <returns>Null: they do not, or no longer.</returns>
    public async Task<Ownership?> ExecuteAsync(Guid personId, Guid activityId, CancellationToken ct)
    {
        var commitment = await db.Activities.Where(a => a.Id == activityId).Select(a => (Guid?)a.CommitmentId).SingleOrDefaultAsync(ct);
        return await OfAsync(personId, [activityId, commitment ?? activityId], ct);
    }

    /// <returns>Null: they do not own the whole commitment.</returns>
    public Task<Ownership?> OfCommitmentAsync(Guid personId, Guid commitmentId, CancellationToken ct) => OfAsync(personId, [commitmentId], ct);

    private async Task<Ownership?> OfAsync(Guid personId, Guid[] things, CancellationToken ct) =>
        (await grants.ExecuteAsync(personId, ct))
            .Where(grant => grant.Role.May(Right.ReportProgress) && grant.ScopeId is { } scope && things.Contains(scope))
            .OrderBy(grant => Array.IndexOf(things, grant.ScopeId!.Value))
            .Select(Ownership.Of)
            .FirstOrDefault();
}
