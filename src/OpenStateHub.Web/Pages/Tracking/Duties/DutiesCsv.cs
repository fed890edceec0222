using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Duties;

/// <summary>The place's duties as they stand today, as a table for spreadsheets, and what its columns mean.</summary>
internal static class DutiesCsv
{
    public const string Address = "/obligaciones.csv";
    public const string DictionaryAddress = "/obligaciones-diccionario.csv";

    private static readonly string[] Columns = ["Duty", "Subject", "State", "Times", "Months", "EffectiveFrom", "StartedOn", "LastOn", "DueOn", "Source"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, ListAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        app.MapGet(DictionaryAddress, Dictionary).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> ListAsync(
        ReadDuties read, TenantContext tenant, TimeProvider clock, IStringLocalizer<DutyWords> words, CancellationToken ct) => CsvFile.Of(
            $"obligaciones-{tenant.Current.Slug}.csv",
            Columns.Select(column => words[$"Column_{column}"].Value),
            (await read.ExecuteAsync(ct)).On(tenant.Current.Today(clock)).Select(standing => FieldsOf(standing, words)));

    private static FileContentHttpResult Dictionary(TenantContext tenant, IStringLocalizer<DutyWords> words) => CsvFile.Of(
        $"obligaciones-{tenant.Current.Slug}-diccionario.csv",
        [words["Dictionary_Column"], words["Dictionary_Meaning"]],
        Columns.Select(column => new object?[] { words[$"Column_{column}"].Value, words[$"Meaning_{column}"].Value }));

    private static object?[] FieldsOf(DutyStanding standing, IStringLocalizer<DutyWords> words) =>
    [
        words[$"Duty_{standing.Rule.Code}"].Value, standing.Subject?.Title, words[$"State_{standing.State}"].Value, standing.Rule.Times, standing.Rule.Months,
        Dates.Machine(standing.Rule.EffectiveFrom), Day(standing.StartedOn), Day(standing.LastOn), Day(standing.DueOn), standing.Rule.Source,
    ];

    private static string? Day(DateOnly? day) => day is { } known ? Dates.Machine(known) : null;
}
