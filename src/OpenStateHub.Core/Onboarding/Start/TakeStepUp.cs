using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Onboarding.Start;

/// <summary>Takes up what was left for later.</summary>
public sealed class TakeStepUp(HubDbContext db)
{
    /// <param name="step">Null: the whole start.</param>
    public Task ExecuteAsync(StartStep? step, CancellationToken ct)
    {
        var name = step?.ToString() ?? StartSkip.Everything;
        return db.StartSkips.Where(skip => skip.Step == name).ExecuteDeleteAsync(ct);
    }
}
