using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>One figure of the country: what it counts, how it adds up, its past, and each place's part in it.</summary>
[NationalOnly]
[CachedPage(Asked.DayName, Pager.QueryName)]
public sealed class IndicatorModel(
    FindMetricSeries series, FindMetrics metrics, TenantContext tenant, TimeProvider clock, SiteFacts site, IStringLocalizer<ObservatoryWords> words) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The table beside the line shows the latest changes; the API has them all.</summary>
    private const int ChangesShown = 12;

    public Metric Metric { get; private set; } = null!;
    public DateOnly Day { get; private set; }
    public DateOnly Today { get; private set; }

    /// <summary>The figure on the day; null where nothing is recorded that early.</summary>
    public MetricTotal? Total { get; private set; }

    /// <summary>Part of it was invented.</summary>
    public bool IsDemonstration { get; private set; }

    /// <summary>The latest changes, the last one first.</summary>
    public IReadOnlyList<MetricTotal> Changes { get; private set; } = [];

    /// <summary>Null where there is nothing to draw.</summary>
    public StepLine? Line { get; private set; }

    public IReadOnlyList<ComparedFigure> Compared { get; private set; } = [];
    public IReadOnlyList<FindMetricSeries.PlaceFigure> Places { get; private set; } = [];
    public int PlacesTotal { get; private set; }
    public int PageNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (MetricRegistry.FindOrNull(code) is not { } metric)
        {
            return NotFound();
        }

        Today = tenant.Current.Today(clock);

        if (!Asked.Day(Request.Query[Asked.DayName], Today, out var day) || !Asked.PageNumber(Request.Query[Pager.QueryName], out var number))
        {
            return BadRequest();
        }

        (Metric, Day, PageNumber) = (metric, day, number);
        (Places, PlacesTotal) = await series.PlacesAsync(metric, day, (number - 1) * PageSize, PageSize, ct);

        if (Places.Count == 0 && number > 1)
        {
            return NotFound();
        }

        var points = await series.ExecuteAsync(metric, Today, ct);
        Total = points.LastOrDefault(p => p.AsOf <= day);
        IsDemonstration = Total?.Value is not null && metric.RestsOnDemonstration(await metrics.HasInventedPlanAsync(day, ct), site.IsDemonstration);
        Changes = [.. points.Reverse().Take(ChangesShown)];
        Compared = [.. (await metrics.ComparedAsync(ct)).Where(c => c.Metric == metric)];
        Line = points.Any(p => p.Value is not null) ? Draw(points) : null;
        return Page();
    }

    private StepLine Draw(IReadOnlyList<MetricTotal> points)
    {
        var last = points[^1];
        return new StepLine(
            words["Indicator_LineCaption", words[$"Metric_{Metric.Code}"].Value],
            words[
                "Indicator_LineText",
                Dates.Words(points[0].AsOf),
                FigureText.Of(Metric, points[0].Value) ?? words["Indicator_Missing"].Value,
                Dates.Words(last.AsOf),
                FigureText.Of(Metric, last.Value) ?? words["Indicator_Missing"].Value],
            [.. points.Select(p => new StepLine.Point(p.AsOf, p.Value))],
            Today,
            Day,
            value => FigureText.Of(Metric, value)!);
    }
}
