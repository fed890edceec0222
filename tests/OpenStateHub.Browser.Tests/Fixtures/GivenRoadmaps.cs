using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests.Fixtures;

/// <summary>A published plan and a proposal to change it that is being written: for those who look at the pages.</summary>
internal static class GivenRoadmaps
{
    private const string Changes = "gestion/plan/{slug}/cambios";

    /// <summary>Routes of the office, and what to ask instead. Asked again it finds what it made.</summary>
    public static async Task<Dictionary<string, string[]>> SamplesAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();

        if (!await db.RoadmapChanges.AnyAsync())
        {
            await MakeAsync(scope);
        }

        var change = await db.RoadmapChanges.Select(c => c.Id).FirstAsync();
        var activity = await db.Activities.Where(a => a.Commitment!.Plan!.Slug == "publicado").OrderBy(a => a.Id).FirstAsync();
        const string At = "gestion/plan/publicado/cambios";
        return new()
        {
            [Changes] = [At],
            [$"{Changes}/motivo"] = [$"{At}/motivo", $"{At}/motivo?propuesta={change}"],
            [$"{Changes}/{{id:guid}}"] = [$"{At}/{change}"],
            [$"{Changes}/{{id:guid}}/parte"] = [$"{At}/{change}/parte", $"{At}/{change}/parte?compromiso={activity.CommitmentId}&actividad={activity.Id}"],
            [$"{Changes}/{{id:guid}}/pesos"] = [$"{At}/{change}/pesos?compromiso={activity.CommitmentId}"],
        };
    }

    private static async Task MakeAsync(IServiceProvider scope)
    {
        var plan = GivenPlans.Plan("publicado");
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Ríos" };
        var commitment = GivenPlans.Commitment(plan, axis, shortTitle: "Ríos limpios");
        var activity = GivenPlans.Activity(commitment);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(activity, default));
        Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(GivenPlans.Activity(commitment), default));
        Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(plan.Id, new(2026, 1, 5), default));
        Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(plan.Id, GivenPlans.Agreement, new(2026, 1, 20), default));
        Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(plan.Id, GivenPlans.PublishedOn, default));
        var change = new DraftRoadmapChange.Input { PlanId = plan.Id, Title = "Dos meses más", Reason = "El laboratorio cerró por obras." };
        Assert.Null(await scope.GetRequiredService<DraftRoadmapChange>().ExecuteAsync(change, default));
        Assert.Null(await scope.GetRequiredService<WriteRoadmapPart>().ExecuteAsync(
            change.Id, new(commitment.Id, ActivityId: activity.Id), new Dictionary<RoadmapField, string?> { [RoadmapField.DueOn] = "2026-08-31" }, default));
    }
}
