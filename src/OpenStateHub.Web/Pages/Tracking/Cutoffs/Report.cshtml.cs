using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Cutoffs;

/// <summary>The accountability report of one cut-off, on screen and on paper: what had been done by that day, against the one before.</summary>
[CachedPage]
public sealed class ReportModel(FindAccountabilityReport find, SessionTimes times, IStringLocalizer<CutoffWords> words, IStringLocalizer<ReportWords> causes) : PageModel
{
    public FindAccountabilityReport.Found Found { get; private set; } = null!;

    public string FrozenAt => times.Moment(Found.Report.FrozenAt);

    public IReadOnlyList<(CutoffSnapshot.CommitmentLine Line, CutoffSnapshot.ActivityLine Activity)> Late =>
        [.. Found.Snapshot.Commitments.SelectMany(line => line.Activities.Where(a => a.IsLate).Select(activity => (line, activity))).OrderBy(late => late.activity.DueOn)];

    public async Task<IActionResult> OnGetAsync(string slug, string on, CancellationToken ct)
    {
        if (DayOf(on) is not { } day || await find.ExecuteAsync(slug, day, ct) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    /// <summary>A day as addresses write it; null where it is none.</summary>
    internal static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Row RowOf(CutoffSnapshot.CommitmentLine line) =>
        new(line, Found.LinesBefore.GetValueOrDefault(line.Slug), Found.Before is not null, Percent);

    public string Percent(decimal? value) => value is { } percent ? Numbers.Percent(percent) : words["Percent_None"];

    public string CauseOf(CutoffSnapshot.ObstacleLine obstacle) => causes[$"Cause_{obstacle.Cause}"];

    /// <param name="Before">How it stood in the report before; null where it was not in it.</param>
    /// <param name="HasBefore">Whether there was a report before.</param>
    public sealed record Row(
        CutoffSnapshot.CommitmentLine Line, CutoffSnapshot.CommitmentLine? Before, bool HasBefore, Func<decimal?, string> Percent)
    {
        public bool IsSame => (Before?.Reported, Before?.Verified) == (Line.Reported, Line.Verified);
    }
}
