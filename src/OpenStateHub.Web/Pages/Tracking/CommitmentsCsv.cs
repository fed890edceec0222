using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>The list of commitments as a table for spreadsheets, and what its columns mean. The API is what programs read.</summary>
internal sealed class CommitmentsCsv(
    ListCommitments commitments, TenantContext tenant, IStringLocalizer<TrackerWords> tracked, IStringLocalizer<SharedWords> shared, HubAddresses addresses)
{
    private static readonly (string Name, Func<CommitmentRow, CommitmentsCsv, object?> Value)[] Columns =
    [
        ("Plan", (row, _) => row.PlanTitle),
        ("Axis", (row, _) => row.Axis),
        ("Number", (row, _) => row.Number),
        ("UniqueId", (row, _) => row.UniqueId),
        ("Title", (row, _) => row.Title),
        ("Proactive", (row, csv) => csv.YesNo(row.IsProactive)),
        ("Lead", (row, _) => string.Join("; ", row.Leads)),
        ("Counterpart", (row, _) => string.Join("; ", row.Counterparts)),
        ("Status", (row, csv) => csv.StatusOf(row)),
        ("Reported", (row, _) => Rounded(row.Progress.Reported)),
        ("Verified", (row, _) => Rounded(row.Progress.Verified)),
        ("Late", (row, csv) => csv.YesNo(row.IsLate)),
        ("LateActivities", (row, _) => row.LateActivities),
        ("Activities", (row, _) => row.Activities.Count),
        ("StartsOn", (row, _) => Day(row.StartsOn)),
        ("EndsOn", (row, _) => Day(row.EndsOn)),
        ("NextDueOn", (row, _) => row.IsOver ? null : Day(row.NextDueOn)),
        ("Sdgs", (row, _) => string.Join("; ", row.Sdgs)),
        ("Demonstration", (row, csv) => csv.YesNo(row.IsDemonstration)),
        ("Address", (row, csv) => csv.AddressOf(row)),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/compromisos.csv", (CommitmentsCsv csv, [AsParameters] CommitmentQuery asked, CancellationToken ct) => csv.ListAsync(asked, ct))
            .WithMetadata(new CachedPageAttribute("plan", "eje", "estado", "retraso", "ods", "dependencia", "orden"))
            .ExcludeFromDescription();
        app.MapGet("/compromisos-diccionario.csv", (CommitmentsCsv csv) => csv.Dictionary())
            .WithMetadata(new CachedPageAttribute())
            .ExcludeFromDescription();
    }

    private async Task<IResult> ListAsync(CommitmentQuery asked, CancellationToken ct)
    {
        if (asked.ToFilter() is not { } filter)
        {
            return TypedResults.NotFound();
        }

        var found = await commitments.ExecuteAsync(filter, asked.Order, ct);
        return asked.IsOffered(found.Choices)
            ? CsvFile.Of($"compromisos-{tenant.Current.Slug}.csv", Columns.Select(c => tracked[$"Column_{c.Name}"].Value), found.Rows.Select(row => Columns.Select(c => c.Value(row, this))))
            : TypedResults.NotFound();
    }

    private FileContentHttpResult Dictionary() => CsvFile.Of(
        $"compromisos-{tenant.Current.Slug}-diccionario.csv",
        [tracked["Dictionary_Column"], tracked["Dictionary_Meaning"]],
        Columns.Select(c => new object?[] { tracked[$"Column_{c.Name}"].Value, tracked[$"Meaning_{c.Name}"].Value }));

    private string? StatusOf(CommitmentRow row) =>
        row.AwaitsDecision ? shared["Status_AwaitsDecision"].Value : row.Status is { } status ? shared[$"Status_{status}"].Value : null;

    private string AddressOf(CommitmentRow row) => addresses.Whole($"/compromisos/{row.Slug}");

    private string YesNo(bool value) => value ? tracked["Csv_Yes"] : tracked["Csv_No"];

    private static decimal? Rounded(decimal? percent) => percent is { } value ? Math.Round(value, 2) : null;

    private static string? Day(DateOnly? day) => day is { } known ? Dates.Machine(known) : null;
}
