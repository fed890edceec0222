using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>What the country knows of one place, from published records only.</summary>
[NationalOnly]
[CachedPage]
public sealed class PlaceModel(FindPlace find, TenantContext tenant, TimeProvider clock) : PageModel
{
    public FindPlace.Result Found { get; private set; } = null!;
    public Stage Stage { get; private set; }
    public bool IsInactive { get; private set; }
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public Tenant Place => Found.Place;
    public PublishedTenant? Published => Found.Published;

    /// <summary>The word for what the place is.</summary>
    public string Kind => Place is { Kind: TenantKind.Municipality } && Place.InegiCode?.StartsWith("09", StringComparison.Ordinal) == true
        ? "Borough"
        : Place.Kind.ToString();

    /// <summary>The commitments by plan, the latest plan first.</summary>
    public IEnumerable<IGrouping<(string Slug, string Title), PublishedCommitment>> Plans => Found.Commitments.GroupBy(c => (c.PlanSlug, c.PlanTitle));

    public IReadOnlyList<(string Sector, int Seats)> Seats => Published is { } row
        ? [("Government", row.GovernmentSeats), ("CivilSociety", row.CivilSocietySeats), ("Guarantor", row.GuarantorSeats)]
        : [];

    /// <summary>The plan of the panel was invented, or what was done in it.</summary>
    public bool PlanIsDemonstration => Published is { } row && (row.Demonstration || Found.Commitments.Any(c => c.PlanSlug == row.PlanSlug && c.Demonstration));

    public bool RestsOnDemonstration(Metric metric) =>
        metric.RestsOnDemonstration(Published is { Demonstration: true }, Found.Commitments.Any(c => c.Demonstration));

    /// <param name="On">Null where the day is unknown or the step has not been taken.</param>
    /// <param name="IsTaken">The place has come this far, with or without a known day.</param>
    public sealed record Step(Stage Stage, DateOnly? On, bool IsBound, bool IsTaken);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);

        if (await find.ExecuteAsync(slug, today, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        Stage = found.StageOn(today);
        IsInactive = found.IsInactiveOn(today);
        Steps = StepsOf(found.Published);
        return Page();
    }

    private List<Step> StepsOf(PublishedTenant? row)
    {
        (Stage Stage, DateOnly? On, bool IsBound)[] known =
        [
            (Stage.Invited, Place.InvitedOn, false),
            (Stage.Onboarding, row?.OnboardingOn, false),
            (Stage.Declared, row?.DeclaredOn, row?.DeclaredIsBound ?? false),
            (Stage.SecretariatInstalled, row?.InstalledOn, row?.InstalledIsBound ?? false),
            (Stage.CoCreating, row?.CoCreatingOn, false),
            (Stage.PlanPublished, row?.PlanPublishedOn, false),
            (Stage.Implementing, row?.ImplementingOn, false),
            (Stage.Evaluated, row?.EvaluatedOn, false),
        ];
        return [.. known.Select(step => new Step(step.Stage, step.On, step.IsBound, step.On is not null || step.Stage <= Stage))];
    }
}
