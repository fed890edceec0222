using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Api;

/// <summary>What the national tenant tells of all places. On any other host these addresses do not exist.</summary>
internal static class NationalEndpoints
{
    /// <param name="StageSince">Null where it is merely listed, or nobody recorded the day.</param>
    /// <param name="Inactive">It is on the way, and did nothing in public for six calendar months.</param>
    public sealed record PlaceItem(
        string Slug, string Name, TenantKind Kind, TenantStatus Status, string? InegiCode, string? Parent, Stage Stage, string Url, DateOnly? StageSince, bool Inactive);

    /// <param name="Value">Null: nobody has reported it.</param>
    /// <param name="Reporting">Members of a programme that have the figure; null for a figure that a source published.</param>
    /// <param name="Demonstration">Part of it was invented for the demonstration.</param>
    public sealed record MetricItem(string Code, decimal? Value, int? Reporting, int? Total, string Source, string Definition, bool Demonstration);

    public sealed record Metrics(DateOnly AsOf, [property: JsonPropertyName("metrics")] IReadOnlyList<MetricItem> Items);

    public sealed record Point(DateOnly AsOf, decimal? Value, int Reporting, int Total);

    public sealed record History(string Code, IReadOnlyList<Point> Points);

    public sealed record PlaceFigureItem(string Slug, decimal? Value, DateOnly? AsOf);

    public static void Map(RouteGroupBuilder api)
    {
        var national = api.MapGroup("").AddEndpointFilter<NationalHostFilter>().WithTags("National");
        national.MapGet("/tenants", PlacesAsync).WithMetadata(new CachedPageAttribute("kind", "stage", "status", "parent", "inactive", "page", "pageSize"));
        national.MapGet("/metrics", MetricsAsync).WithMetadata(new CachedPageAttribute("asOf"));
        national.MapGet("/metrics/{code}/history", HistoryAsync).WithMetadata(new CachedPageAttribute());
        national.MapGet("/metrics/{code}/tenants", PlaceFiguresAsync).WithMetadata(new CachedPageAttribute("asOf", "page", "pageSize"));
    }

    private static async Task<Ok<Listing<PlaceItem>>> PlacesAsync(
        ListPlaces places, TenantContext tenant, TimeProvider clock, HubAddresses addresses, HttpRequest request, CancellationToken ct,
        TenantKind? kind = null, Stage? stage = null, TenantStatus? status = null, string? parent = null, string? q = null, bool? inactive = null, int? page = null, int? pageSize = null)
    {
        var asked = ListingPage.From(page, pageSize);
        var found = await places.ExecuteAsync(
            new ListPlaces.Filter(tenant.Current.Today(clock), kind, stage, status, q, parent, inactive), asked.Skip, asked.Size, ct);
        var items = found.Rows.Select(row => new PlaceItem(
            row.Slug, row.Name, row.Kind, row.Status, row.InegiCode, row.Parent, row.Stage, row.IsServed ? addresses.Place(row.Slug) : addresses.National($"/entidades/{row.Slug}"),
            row.StageSince, row.IsInactive));
        return TypedResults.Ok(asked.Of([.. items], found.Total, request));
    }

    private static async Task<Results<Ok<Metrics>, BadRequest>> MetricsAsync(
        FindMetrics metrics, TenantContext tenant, TimeProvider clock, SiteFacts site, IStringLocalizer<ObservatoryWords> words, CancellationToken ct, DateOnly? asOf = null)
    {
        var today = tenant.Current.Today(clock);

        if (asOf > today)
        {
            return TypedResults.BadRequest();
        }

        var found = await metrics.ExecuteAsync(asOf ?? today, ct);
        var hasInventedPlan = await metrics.HasInventedPlanAsync(found.AsOf, ct);
        var computed = found.Computed.Select(figure => new MetricItem(
            figure.Metric.Code, figure.Value, figure.Reporting, figure.Total, words["Source_Computed"], words[$"Definition_{figure.Metric.Code}"],
            figure.Value is not null && figure.Metric.RestsOnDemonstration(hasInventedPlan, site.IsDemonstration)));
        var published = found.Published.Select(figure => new MetricItem(
            figure.Code, figure.Value, null, null, figure.Source, (Languages.IsEnglish ? figure.NoteEn : figure.NoteEs) ?? "", false));
        return TypedResults.Ok(new Metrics(found.AsOf, [.. computed, .. published]));
    }

    private static async Task<Results<Ok<History>, NotFound>> HistoryAsync(
        string code, FindMetricSeries series, TenantContext tenant, TimeProvider clock, CancellationToken ct)
    {
        if (MetricRegistry.FindOrNull(code) is not { } metric)
        {
            return TypedResults.NotFound();
        }

        var points = await series.ExecuteAsync(metric, tenant.Current.Today(clock), ct);
        return TypedResults.Ok(new History(code, [.. points.Select(p => new Point(p.AsOf, p.Value, p.Reporting, p.Total))]));
    }

    private static async Task<Results<Ok<Listing<PlaceFigureItem>>, NotFound, BadRequest>> PlaceFiguresAsync(
        string code, FindMetricSeries series, TenantContext tenant, TimeProvider clock, HttpRequest request, CancellationToken ct,
        DateOnly? asOf = null, int? page = null, int? pageSize = null)
    {
        if (MetricRegistry.FindOrNull(code) is not { } metric)
        {
            return TypedResults.NotFound();
        }

        var today = tenant.Current.Today(clock);

        if (asOf > today)
        {
            return TypedResults.BadRequest();
        }

        var asked = ListingPage.From(page, pageSize);
        var (rows, total) = await series.PlacesAsync(metric, asOf ?? today, asked.Skip, asked.Size, ct);
        return TypedResults.Ok(asked.Of([.. rows.Select(row => new PlaceFigureItem(row.Slug, row.Value, row.AsOf))], total, request));
    }
}

/// <summary>Answers 404 on every host but the national one.</summary>
internal sealed class NationalHostFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<TenantContext>().Current.IsNational
            ? await next(context)
            : TypedResults.NotFound();
}
