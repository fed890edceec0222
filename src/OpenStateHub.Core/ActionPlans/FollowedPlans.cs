using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Ledger;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Who follows a plan hears of its commitments too.</summary>
internal sealed class FollowedPlans(HubDbContext db) : IFollowedKind
{
    public string Kind => PlanSubjects.PlanKind;

    public async Task<ILookup<string, Subject>> PartsAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Commitments
            .Where(c => keys.Contains(c.Plan!.Slug))
            .Select(c => new { Plan = c.Plan!.Slug, c.Slug })
            .ToListAsync(ct)).ToLookup(c => c.Plan, c => PlanSubjects.Commitment(c.Slug));
}

/// <summary>A commitment's activities stand below it in the history.</summary>
internal sealed class FollowedCommitments : IFollowedKind
{
    public string Kind => PlanSubjects.CommitmentKind;

    public bool IsPromise => true;

    public Task<ILookup<string, Subject>> PartsAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        Task.FromResult(Enumerable.Empty<Subject>().ToLookup(_ => ""));
}
