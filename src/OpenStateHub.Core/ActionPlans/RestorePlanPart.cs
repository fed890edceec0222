using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.ActionPlans;

/// <summary>Undoes a removal: the same rows, with their ids, address and place where these are still free, and weights that total 100 % again.</summary>
public sealed class RestorePlanPart(HubDbContext db)
{
    public Task<Refusal?> ExecuteAsync(Guid planId, Guid removedId, CancellationToken ct) =>
        db.ChangeDraftAsync(planId, plan => RestoreAsync(plan, removedId, ct), ct);

    private async Task<Refusal?> RestoreAsync(ActionPlan plan, Guid removedId, CancellationToken ct)
    {
        if (await db.RemovedPlanParts.SingleOrDefaultAsync(r => r.Id == removedId && r.PlanId == plan.Id, ct) is not { } removed)
        {
            return RemovedPartRefusals.NotThere;
        }

        var content = JsonNode.Parse(removed.Content)!.AsObject();
        var refusal = removed.Kind is PlanPartKind.Commitment
            ? await RestoreCommitmentAsync(plan, content, ct)
            : await RestoreChildAsync(removed.Kind, content, ct);

        if (refusal is not null)
        {
            return refusal;
        }

        db.RemovedPlanParts.Remove(removed);
        return null;
    }

    private async Task<Refusal?> RestoreCommitmentAsync(ActionPlan plan, JsonObject content, CancellationToken ct)
    {
        await db.Entry(plan).Collection(p => p.Axes).LoadAsync(ct);
        await db.Entry(plan).Collection(p => p.Commitments).LoadAsync(ct);
        var row = content["commitments"]![0]!.AsObject();
        var earlier = (Guid?)row["continuation_of_id"];

        if (earlier is not null && !await db.Commitments.AnyAsync(c => c.Id == earlier, ct))
        {
            return CommitmentRefusals.ContinuationUnknown;
        }

        if (plan.MakeRoom((int)row["number"]!, out var number) is { } refusal)
        {
            return refusal;
        }

        var slugs = await db.Commitments.Select(c => c.Slug).ToHashSetAsync(ct);
        var axis = plan.Axes.FirstOrDefault(a => a.Id == (Guid)row["axis_id"]!) ?? plan.Axes.OrderBy(a => a.Position).FirstOrDefault();

        if (axis is null)
        {
            return RemovedPartRefusals.WithoutAxis;
        }

        row["number"] = number;
        row["slug"] = Codes.FreeSlug((string)row["slug"]!, slugs);
        row["axis_id"] = axis.Id;
        await db.SaveChangesAsync(ct);
        await RemovedRows.InsertAsync(db, content.ToJsonString(), ct);
        return null;
    }

    private async Task<Refusal?> RestoreChildAsync(PlanPartKind kind, JsonObject content, CancellationToken ct)
    {
        var row = content[kind is PlanPartKind.Action ? "commitment_actions" : "activities"]![0]!.AsObject();
        var commitmentId = (Guid)row["commitment_id"]!;
        var actionId = (Guid?)row["action_id"];

        if (!await db.Commitments.AnyAsync(c => c.Id == commitmentId, ct) || (actionId is not null && !await db.CommitmentActions.AnyAsync(a => a.Id == actionId, ct)))
        {
            return RemovedPartRefusals.WithoutParent;
        }

        await RemovedRows.InsertAsync(db, content.ToJsonString(), ct);
        var commitment = await db.WithChildrenAsync(commitmentId, ct);
        return commitment!.PutBack((Guid)row["id"]!, actionId, (int)row["position"]!, RemovedRows.WeightsIn(content));
    }
}
