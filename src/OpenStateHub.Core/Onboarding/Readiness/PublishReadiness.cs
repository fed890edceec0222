using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>Makes the four figures of a set of answers public, for the nation too; the answers stay with the place.</summary>
public sealed class PublishReadiness(HubDbContext db, TenantContext tenant, LockLedgerHead ledger, PublicChange change, TimeProvider clock)
{
    /// <returns>Whether there is such a set, and why it was not published.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Of two at once the second waits here, and then finds it published.
        await ledger.ExecuteAsync(ct);

        if (await db.ReadinessAssessments.SingleOrDefaultAsync(one => one.Id == id, ct) is not { } assessment)
        {
            return (false, null);
        }

        if (assessment.Publish(tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await change.ExecuteAsync(new PublicAct(ReadinessActs.Published, ReadinessSubjects.Assessment(id), assessment.PublishedOn) { ChangesFigures = false }, ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into published_readiness (id, questionnaire, answered_on, published_on, structural, political, social, capacities)
             select id, questionnaire, answered_on, published_on, structural, political, social, capacities from readiness_assessments where id = {id}
             """,
            ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }
}
