using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tracking.Presentations;

/// <summary>Takes a step of a presentation and records it. Two at once: the second is told that somebody was faster.</summary>
public sealed class ChangePresentation(HubDbContext db, TenantContext tenant, PublicChange change, TimeProvider clock)
{
    /// <param name="act">One of the codes of <see cref="PresentationActs"/>.</param>
    public async Task<Refusal?> ExecuteAsync(Guid id, string act, Func<Presentation, Refusal?> step, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from presentations where id = {id} for update", ct);

        if (await db.Presentations.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } presentation)
        {
            return PresentationRefusals.Unknown;
        }

        if (step(presentation) is { } refusal)
        {
            return refusal;
        }

        // Only what was held moves a figure: a duty is met by it.
        await change.ExecuteAsync(
            new PublicAct(act, PresentationSubjects.Presentation(id), tenant.Current.Today(clock)) { ChangesFigures = act == PresentationActs.Held }, ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}

public sealed class RevisePresentation(ChangePresentation change, ReadPresentationText read)
{
    /// <param name="seen">The revision that the writer saw.</param>
    public async Task<Refusal?> ExecuteAsync(Guid id, PresentationInput input, int seen, CancellationToken ct)
    {
        var (text, refusal) = await read.ExecuteAsync(input, ct);
        return refusal ?? await change.ExecuteAsync(id, PresentationActs.Changed, presentation => presentation.Change(text!, seen), ct);
    }
}

public sealed class HoldPresentation(ChangePresentation change, TimeProvider clock)
{
    public sealed record Input(string? Summary, int? Attendees, string? MinutesLink);

    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid id, Input input, int seen, CancellationToken ct)
    {
        var result = new PresentationResult(input.Summary.Tidy() ?? "", input.Attendees, input.MinutesLink.Tidy());
        return change.ExecuteAsync(id, PresentationActs.Held, presentation => presentation.Hold(result, seen, clock.GetUtcNow()), ct);
    }
}

public sealed class CancelPresentation(ChangePresentation change)
{
    /// <param name="reason">Public.</param>
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(Guid id, string? reason, int seen, CancellationToken ct) =>
        change.ExecuteAsync(id, PresentationActs.Cancelled, presentation => presentation.Cancel(reason, seen), ct);
}
