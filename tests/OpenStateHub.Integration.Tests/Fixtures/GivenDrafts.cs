using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A draft with one axis and one commitment, open to the editor.</summary>
internal static class GivenDrafts
{
    public const string Commitment = "/gestion/plan/2026/compromisos/agua-limpia";
    public const string NewCommitment = "/gestion/plan/2026/compromisos/nuevo";
    public const string Form = "#kept-form";

    public static Task<AddCommitment.Input> DraftAsync(this TestHub hub, Tenant place) => hub.AsAsync(place, async scope =>
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        var commitment = GivenPlans.Commitment(plan, axis);
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));
        Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
        return commitment;
    });
}
