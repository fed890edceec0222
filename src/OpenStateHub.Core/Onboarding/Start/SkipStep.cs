using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>Leaves a step for later, or the whole start.</summary>
public sealed class SkipStep(HubDbContext db, TimeProvider clock)
{
    /// <param name="step">Null: the whole start.</param>
    public Task ExecuteAsync(StartStep? step, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         insert into start_skips (id, step, skipped_at) values ({Guid.CreateVersion7()}, {step?.ToString() ?? StartSkip.Everything}, {clock.GetUtcNow()})
         on conflict (tenant_id, step) do nothing
         """,
        ct);
}
