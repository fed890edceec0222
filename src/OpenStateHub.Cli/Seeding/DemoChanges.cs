using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Secretariat;

namespace OpenStateHub.Cli.Seeding;

/// <summary>How the roadmaps of a demonstration's tenant change: proposed and, some of them, decided. All of it is invented.</summary>
internal sealed class DemoChanges(DemoTenant tenant, DemoFile file)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var change in file.Changes)
        {
            await SeedAsync(change, ct);
        }
    }

    private async Task SeedAsync(DemoFile.ChangePart part, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var plan = await tenant.ReadAsync(db => db.ActionPlans.Where(p => p.Slug == part.Plan).Select(p => p.Id).SingleAsync(ct));
        await tenant.DoAsync<DraftRoadmapChange>(part.Title, command => command.ExecuteAsync(
            new DraftRoadmapChange.Input { Id = id, PlanId = plan, Title = part.Title, Reason = part.Reason, IsDemonstration = true }, ct));

        foreach (var value in part.Values)
        {
            var changed = await PartOfAsync(value, ct);
            var text = value.Day is { } day ? RoadmapValues.Of(day.On(tenant.Today)) : value.Value;
            await tenant.DoAsync<WriteRoadmapPart>(value.Field.ToString(), command =>
                command.ExecuteAsync(id, changed, new Dictionary<RoadmapField, string?> { [value.Field] = text }, ct));
        }

        foreach (var weights in part.Weights)
        {
            var activities = await tenant.ReadAsync(db => db.Activities.AsNoTracking()
                .Where(a => a.Commitment!.Slug == weights.Commitment)
                .OrderBy(a => a.Position)
                .Select(a => new { a.Id, a.CommitmentId })
                .ToListAsync(ct));
            await tenant.DoAsync<WriteRoadmapPart>(weights.Commitment, command => command.WeighAsync(
                id, activities[0].CommitmentId, null, activities.Zip(weights.Weights).ToDictionary(pair => pair.First.Id, pair => pair.Second), ct));
        }

        await tenant.DoAsync<ProposeRoadmapChange>(part.Title, command => command.ExecuteAsync(id, ct), part.Office);

        if (part.Decision is { } decision)
        {
            await new DemoSessions(tenant, file).DecideAsync(decision with { Matter = Matter.ChangeRoadmap }, item: null, id, ct);
        }
    }

    private async Task<RoadmapPart> PartOfAsync(DemoFile.ChangedValue value, CancellationToken ct)
    {
        var commitment = await tenant.ReadAsync(db => db.Commitments.Where(c => c.Slug == value.Commitment).Select(c => c.Id).SingleAsync(ct));
        return value.Activity is { } what
            ? new RoadmapPart(commitment, ActivityId: await tenant.ReadAsync(db =>
                db.Activities.Where(a => a.CommitmentId == commitment && a.Description == what).Select(a => a.Id).SingleAsync(ct)))
            : new RoadmapPart(commitment);
    }
}
