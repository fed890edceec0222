using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>What holds plans back, as a table for spreadsheets. Columns are named as in the API.</summary>
internal static class ObstaclesCsv
{
    private static readonly string[] Columns = ["code", "name", "value", "reporting", "total", "definition"];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/obstaculos.csv", WriteAsync)
        .WithMetadata(new NationalOnlyAttribute(), new CachedPageAttribute())
        .ExcludeFromDescription();

    private static async Task<FileContentHttpResult> WriteAsync(
        FindMetrics metrics, TenantContext tenant, TimeProvider clock, IStringLocalizer<ObservatoryWords> words, CancellationToken ct) =>
        CsvFile.Of(
            "obstaculos.csv",
            Columns,
            (await metrics.ComputedAsync(tenant.Current.Today(clock), ct))
                .Where(figure => ObstaclesModel.IsShown(figure.Metric))
                .Select(figure => new object?[]
                {
                    figure.Metric.Code, words[$"Metric_{figure.Metric.Code}"].Value, figure.Value is { } value ? Math.Round(value, 2) : null, figure.Reporting,
                    figure.Total, words[$"Definition_{figure.Metric.Code}"].Value,
                }));
}
