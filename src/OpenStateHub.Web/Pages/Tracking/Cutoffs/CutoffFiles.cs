using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Cutoffs;

/// <summary>A frozen report as the very text that its hash is of, and as a table of activities with what its columns mean.</summary>
internal static class CutoffFiles
{
    public const string DictionaryAddress = "/cortes-diccionario.csv";

    private static readonly string[] Columns =
    [
        "Cutoff", "Commitment", "CommitmentTitle", "Axis", "Activity", "GovernmentOwner", "CivilSocietyOwner", "Weight", "DueOn", "Status", "Reported",
        "Verified", "DoneOn", "Late", "LastReportOn", "Evidence", "ConfirmedBy", "ObstacleCause", "ObstacleText", "ObstacleMeasure",
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/planes/{slug}/cortes/{on}/informe.json", TextAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        app.MapGet("/planes/{slug}/cortes/{on}/informe.csv", TableAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        app.MapGet(DictionaryAddress, Dictionary).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> TextAsync(string slug, string on, FindAccountabilityReport find, CancellationToken ct) =>
        ReportModel.DayOf(on) is { } day && await find.ExecuteAsync(slug, day, ct) is { } found
            ? TypedResults.File(Encoding.UTF8.GetBytes(found.Report.Content), "application/json; charset=utf-8")
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> TableAsync(
        string slug, string on, FindAccountabilityReport find, IStringLocalizer<CutoffWords> words, IStringLocalizer<SharedWords> shared,
        IStringLocalizer<ReportWords> causes, CancellationToken ct) =>
        ReportModel.DayOf(on) is { } day && await find.ExecuteAsync(slug, day, ct) is { } found
            ? CsvFile.Of(
                $"corte-{slug}-{on}.csv",
                Columns.Select(column => words[$"Column_{column}"].Value),
                found.Snapshot.Commitments.SelectMany(line => line.Activities.Select(activity => FieldsOf(day, line, activity, words, shared, causes))))
            : TypedResults.NotFound();

    private static FileContentHttpResult Dictionary(IStringLocalizer<CutoffWords> words) => CsvFile.Of(
        "cortes-diccionario.csv",
        [words["Dictionary_Column"], words["Dictionary_Meaning"]],
        Columns.Select(column => new object?[] { words[$"Column_{column}"].Value, words[$"Meaning_{column}"].Value }));

    private static object?[] FieldsOf(
        DateOnly day, CutoffSnapshot.CommitmentLine line, CutoffSnapshot.ActivityLine activity, IStringLocalizer<CutoffWords> words, IStringLocalizer<SharedWords> shared,
        IStringLocalizer<ReportWords> causes) =>
    [
        Dates.Machine(day), line.Number, line.Title, line.Axis, activity.Description, activity.GovernmentOwner, activity.CivilSocietyOwner, activity.Weight / 100m,
        Day(activity.DueOn), shared[$"Status_{activity.Status}"].Value, activity.Reported, activity.Verified, Day(activity.DoneOn),
        activity.IsLate ? words["Csv_Yes"].Value : words["Csv_No"].Value, Day(activity.LastReportOn), activity.Evidence,
        string.Join("; ", activity.ConfirmedBy.Select(sector => shared[$"Sector_{sector}"].Value)),
        activity.Obstacle is { } obstacle ? causes[$"Cause_{obstacle.Cause}"].Value : null, activity.Obstacle?.Text, activity.Obstacle?.Measure,
    ];

    private static string? Day(DateOnly? day) => day is { } known ? Dates.Machine(known) : null;
}
