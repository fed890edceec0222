using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>A place's first page: is it keeping its word?</summary>
[LocalOnly]
[CachedPage]
public sealed class HomeModel(FindTracker tracker) : PageModel
{
    /// <summary>In the order in which a reader asks for them.</summary>
    private static readonly ActivityStatus?[] States =
    [
        ActivityStatus.Verified, ActivityStatus.Complete, ActivityStatus.InProgress, ActivityStatus.NotStarted,
        ActivityStatus.NotFulfilled, ActivityStatus.Withdrawn,
    ];

    public Tracker Tracker { get; private set; } = null!;

    public PlanFigures? Figures => Tracker.Figures;

    /// <summary>How many commitments are in each state that occurs.</summary>
    public IEnumerable<(ActivityStatus State, int Count)> Tally =>
        from state in States
        let count = Figures!.In(state)
        where count > 0
        select (state.Value, count);

    /// <summary>The step that follows the furthest one taken; null where all that lacks is the plan.</summary>
    public InstallationStepKind? NextStep
    {
        get
        {
            var furthest = Tracker.Steps.Max(step => (int?)step.Kind) ?? -1;
            return Enum.IsDefined((InstallationStepKind)(furthest + 1)) ? (InstallationStepKind)(furthest + 1) : null;
        }
    }

    public async Task OnGetAsync(CancellationToken ct) => Tracker = await tracker.ExecuteAsync(ct);
}

/// <param name="IsPast">Whether their days have gone by.</param>
public sealed record DueList(IReadOnlyList<DueActivity> Activities, bool IsPast);
