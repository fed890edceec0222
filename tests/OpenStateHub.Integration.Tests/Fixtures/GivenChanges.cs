using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>Changes of a running plan, by the commands that the pages use.</summary>
internal static class GivenChanges
{
    /// <summary>A draft of a proposal to change the place's only plan.</summary>
    public static Task<Guid> DraftChangeAsync(this TestHub hub, Tenant place, string title = "Dos meses más") => hub.AsAsync(place, async scope =>
    {
        var input = new DraftRoadmapChange.Input
        {
            PlanId = await scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.Id).SingleAsync(),
            Title = title,
            Reason = "El laboratorio cerró por obras.",
        };
        Assert.Null(await scope.GetRequiredService<DraftRoadmapChange>().ExecuteAsync(input, default));
        return input.Id;
    });

    public static Task<Refusal?> WriteAsync(this TestHub hub, Tenant place, Guid change, RoadmapPart part, params (RoadmapField Field, string? Value)[] values) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<WriteRoadmapPart>().ExecuteAsync(change, part, values.ToDictionary(v => v.Field, v => v.Value), default));

    public static Task<Refusal?> ProposeAsync(this TestHub hub, Tenant place, Guid change) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<ProposeRoadmapChange>().ExecuteAsync(change, default));

    public static OpenDecision.Input VoteOn(this TestHub hub, Guid change) => hub.InWriting() with { Matter = Matter.ChangeRoadmap, SubjectId = change };

    /// <summary>Votes on it with every seat in favour, and closes.</summary>
    public static async Task PassAsync(this TestHub hub, Tenant place, OpenDecision.Input decision)
    {
        Assert.Null(await hub.PutToVoteAsync(place, decision));

        foreach (var seat in await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Seats.Select(seat => seat.Id).ToListAsync()))
        {
            Assert.Null(await hub.VoteAsync(place, decision.Id, seat, VoteChoice.InFavour));
        }
    }

    public static RoadmapPart PartOf(AddActivity.Input activity) => new(activity.CommitmentId, ActivityId: activity.Id);
}
