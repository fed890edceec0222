using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Onboarding.Readiness;

/// <summary>Keeps a set of answers beside the earlier ones.</summary>
public sealed class AnswerReadiness(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="answers">By the code of the question; null where nothing was chosen.</param>
    public async Task<IReadOnlyList<Refusal>> ExecuteAsync(IReadOnlyDictionary<string, int?> answers, CancellationToken ct)
    {
        var (assessment, refusals) = ReadinessAssessment.From(answers, tenant.Current.Today(clock));

        if (assessment is not null)
        {
            db.ReadinessAssessments.Add(assessment);
            await db.SaveChangesAsync(ct);
        }

        return refusals;
    }
}
