using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;

namespace OpenStateHub.Web.Pages.BackOffice.Roadmaps;

/// <summary>The plan and the proposal that a page of the editor of changes is about.</summary>
public sealed class FindRoadmapPage(FindPlanWork plans, ReadRoadmapChanges changes)
{
    /// <returns>Null where the place has no such plan, or the plan no such proposal.</returns>
    public async Task<(FindPlanWork.Result Plan, RoadmapChangeRow Change)?> ExecuteAsync(string slug, Guid id, CancellationToken ct) =>
        await plans.ExecuteAsync(slug, ct) is { } plan && await changes.ExecuteAsync(plan.Id, drafts: true, id, ct) is [var change] ? (plan, change) : null;

    public static string AddressOf(string slug, Guid? id = null) => $"/gestion/plan/{slug}/cambios{(id is { } one ? $"/{one}" : "")}";
}
