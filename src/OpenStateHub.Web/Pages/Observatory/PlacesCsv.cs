using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>The list of places as a table for spreadsheets, with the filters of the page. Columns are named as in the API.</summary>
internal static class PlacesCsv
{
    public const string Address = "/entidades.csv";

    // Spreadsheets read UTF-8 only with its mark in front, and run what begins like a formula.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    private static readonly string[] Columns =
    [
        "slug", "name", "kind", "inegiCode", "parent", "status", "stage", "planTitle", "firstPlanPublishedOn", "reportedPercent", "verifiedPercent",
        "lateActivities", "demonstration", "url", "stageSince", "inactive",
    ];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Address, WriteAsync)
        .WithMetadata(new NationalOnlyAttribute(), new CachedPageAttribute("tipo", "etapa", "estatus", "estado", "orden"))
        .ExcludeFromDescription();

    public static string AddressOf(PlacesAsked asked) => Address + QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("q", asked.Search), ("tipo", asked.Kind?.ToString()), ("etapa", asked.StageName), ("estatus", asked.Status?.ToString()), ("estado", asked.Parent),
            ("orden", asked.LongestFirst ? PlacesAsked.Longest : null),
        }
        .Where(pair => pair.Value is not null)
        .Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static async Task<Results<FileContentHttpResult, BadRequest, NotFound>> WriteAsync(
        HttpRequest request, ListPlaces places, TenantContext tenant, TimeProvider clock, HubAddresses addresses, CancellationToken ct)
    {
        if (PlacesAsked.From(request.Query) is not { } asked)
        {
            return TypedResults.BadRequest();
        }

        if (asked.Parent is not null && (await places.StatesAsync(ct)).All(state => state.Slug != asked.Parent))
        {
            return TypedResults.NotFound();
        }

        var found = await places.ExecuteAsync(asked.Filter(tenant.Current.Today(clock)), skip: 0, take: null, ct);
        using var bytes = new MemoryStream();

        await using (var csv = CsvWriter.Create(bytes, Format, leaveOpen: true))
        {
            csv.WriteHeader(Columns);

            foreach (var row in found.Rows)
            {
                await csv.WriteRecordAsync(FieldsOf(row, addresses), ct);
            }
        }

        return TypedResults.File(bytes.ToArray(), "text/csv; charset=utf-8", "entidades.csv");
    }

    private static string?[] FieldsOf(PlaceSummary row, HubAddresses addresses) =>
    [
        row.Slug, row.Name, row.Kind.ToString(), row.InegiCode, row.Parent, row.Status.ToString(), row.Stage.ToString(), row.PlanTitle,
        row.PlanPublishedOn?.ToString("O", CultureInfo.InvariantCulture), Number(row.Reported), Number(row.Verified),
        row.LateActivities?.ToString(CultureInfo.InvariantCulture), row.Demonstration || row.ProgressIsInvented ? "true" : "false",
        row.IsServed ? addresses.Place(row.Slug) : addresses.National($"/entidades/{row.Slug}"),
        row.StageSince?.ToString("O", CultureInfo.InvariantCulture), row.IsInactive ? "true" : "false",
    ];

    private static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
