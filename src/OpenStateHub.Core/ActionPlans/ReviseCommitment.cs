using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Changes whatever people write of a commitment, by the same input that adds one; its address stays.</summary>
public sealed class ReviseCommitment(HubDbContext db)
{
    /// <param name="input">Its id names the commitment; slug, source and the mark of the demonstration are not of the editor and stay as they are.</param>
    /// <param name="seen">The revision that the writer saw.</param>
    public Task<Refusal?> ExecuteAsync(AddCommitment.Input input, int seen, CancellationToken ct) =>
        db.ChangeDraftAsync(input.PlanId, _ => ReviseAsync(input, seen, ct), ct);

    private async Task<Refusal?> ReviseAsync(AddCommitment.Input input, int seen, CancellationToken ct)
    {
        var commitment = await db.Commitments
            .Include(c => c.Actors)
            .Include(c => c.Values)
            .Include(c => c.Links)
            .Include(c => c.Activities)
            .AsSplitQuery()
            .SingleAsync(c => c.Id == input.Id && c.PlanId == input.PlanId, ct);
        var others = await db.Commitments.Where(c => c.Id != input.Id).Select(c => new { c.Id, c.PlanId, c.Number, c.Slug }).ToListAsync(ct);
        var number = input.Number ?? commitment.Number;
        var continued = others.SingleOrDefault(c => c.Slug == input.ContinuationOf);

        if (continued is null && input.ContinuationOf is not null)
        {
            return CommitmentRefusals.ContinuationUnknown;
        }

        if (others.Any(c => c.PlanId == input.PlanId && c.Number == number))
        {
            return CommitmentRefusals.NumberTaken;
        }

        if (!await db.PlanAxes.AnyAsync(a => a.Id == input.AxisId && a.PlanId == input.PlanId, ct))
        {
            return CommitmentRefusals.AxisOfAnotherPlan;
        }

        var revised = new CommitmentRevision(
            input.AxisId, number, input.UniqueId.Tidy(), continued?.Id, input.Text.Tidy(), input.ActorParts(), input.ValueParts(), input.LinkParts());
        return commitment.Revise(revised, seen);
    }
}
