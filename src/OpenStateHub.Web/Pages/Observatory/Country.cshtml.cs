using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>Where is open government real? The states on a day, the figures of the country, and what sources published.</summary>
[NationalOnly]
[CachedPage(Asked.DayName)]
public sealed class CountryModel(FindCountry find, TenantContext tenant, TimeProvider clock, SiteFacts site, IStringLocalizer<ObservatoryWords> words) : PageModel
{
    private static readonly string[] HeadlineCodes = ["exercises.running", "secretariats.installed", "plans.published"];

    public DateOnly Day { get; private set; }
    public DateOnly Today { get; private set; }
    public FindCountry.Result Country { get; private set; } = null!;
    public StatesMap Map { get; private set; } = null!;
    public IReadOnlyList<Step> Funnel { get; private set; } = [];

    public IEnumerable<NationalFigure> Headline => Country.Figures.Where(f => HeadlineCodes.Contains(f.Metric.Code));
    public IEnumerable<NationalFigure> Figures => Country.Figures.Where(f => !f.Metric.IsDetail);
    public int Secretariats => Country.Reached(Stage.SecretariatInstalled);
    public int SecretariatsWithPlan => Country.Reached(Stage.PlanPublished);

    /// <summary>The days that a source published figures for: worth looking back to.</summary>
    public IEnumerable<DateOnly> PublishedDays => Country.Compared.Select(c => c.AsOf).Distinct();

    /// <summary>The last day before the one shown on which something changed.</summary>
    public DateOnly? Previous => Country.Changes.Select(c => (DateOnly?)c.On).FirstOrDefault(on => on < Day);

    /// <param name="Stage">Null: the first step, which is none.</param>
    /// <param name="Count">How many came at least that far.</param>
    /// <param name="Standing">How many of them came no further.</param>
    /// <param name="Share">From 0 to 100, of the places of the first step.</param>
    public sealed record Step(string Name, Stage? Stage, int Count, int? Standing, decimal Share);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Today = tenant.Current.Today(clock);

        if (!Asked.Day(Request.Query[Asked.DayName], Today, out var day))
        {
            return BadRequest();
        }

        Day = day;
        Country = await find.ExecuteAsync(day, Today, ct);
        Map = DrawMap();
        Funnel = CountSteps();
        return Page();
    }

    public bool RestsOnDemonstration(Metric metric) => metric.RestsOnDemonstration(Country.Places.Any(p => p.Demonstrations > 0), site.IsDemonstration);

    private StatesMap DrawMap() => new(
        words["Country_MapCaption", Dates.Words(Day)],
        Country.Places
            .Where(p => p is { State: not null, InegiCode: not null })
            .ToDictionary(p => MexicoMap.OutlineOf(p.InegiCode!), p => new StateOnMap(p.Name!, StepOf(p), $"/entidades/{p.State}")),
        [.. Enumerable.Range(0, 5).Select(number => new MapStage(number, words[$"MapStep_{number}"]))]);

    /// <summary>The stages on the five steps that a map can tell apart. Who belonged to a programme was on the way, whatever else is known.</summary>
    private static int StepOf(PlacesAtStage place) => place.Stage switch
    {
        Stage.Listed => place.IsMember ? 1 : 0,
        Stage.Invited or Stage.Onboarding or Stage.Declared => 1,
        Stage.SecretariatInstalled or Stage.CoCreating => 2,
        Stage.PlanPublished => 3,
        _ => 4,
    };

    private List<Step> CountSteps()
    {
        var onTheWay = Country.Places.Where(p => StepOf(p) > 0).Sum(p => p.Count);
        return
        [
            new Step(words["Country_OnTheWay"], null, onTheWay, null, onTheWay > 0 ? 100 : 0),
            .. Enum.GetValues<Stage>().Where(stage => stage > Stage.Invited).Select(stage => (stage, Count: Country.Reached(stage)))
                .Select(s => new Step(words[$"Stage_{s.stage}"], s.stage, s.Count, Country.Standing(s.stage), onTheWay > 0 ? 100m * s.Count / onTheWay : 0)),
        ];
    }
}
