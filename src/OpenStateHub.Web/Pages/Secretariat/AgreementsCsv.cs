using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>The list of agreements as a table for spreadsheets, with the filters of the page, and what its columns mean.</summary>
internal static class AgreementsCsv
{
    public const string Address = "/acuerdos.csv";
    public const string DictionaryAddress = "/acuerdos-diccionario.csv";

    private static readonly string[] Columns =
        ["Number", "Title", "Text", "AgreedOn", "Responsible", "DueOn", "State", "Overdue", "Session", "LastNote", "Demonstration"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, ListAsync)
            .WithMetadata(new CachedPageAttribute(AgreementsAsked.StateName, AgreementsAsked.OverdueName, AgreementsAsked.ResponsibleName))
            .ExcludeFromDescription();
        app.MapGet(DictionaryAddress, Dictionary).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
    }

    public static string AddressOf(AgreementsAsked asked) => Address + QueryString.Create(
        new (string Name, string? Value)[]
        {
            (AgreementsAsked.StateName, asked.State?.ToString()), (AgreementsAsked.OverdueName, asked.IsOverdue ? "1" : null),
            (AgreementsAsked.ResponsibleName, asked.Responsible),
        }
        .Where(pair => pair.Value is not null)
        .Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static async Task<Results<FileContentHttpResult, NotFound>> ListAsync(
        HttpRequest request, ListAgreements list, TenantContext tenant, IStringLocalizer<AgreementWords> words, CancellationToken ct)
    {
        if (AgreementsAsked.From(request.Query) is not { } asked)
        {
            return TypedResults.NotFound();
        }

        var found = await list.ExecuteAsync(asked.Filter, skip: 0, take: null, ct);
        return asked.IsOffered(found)
            ? CsvFile.Of($"acuerdos-{tenant.Current.Slug}.csv", Columns.Select(column => words[$"Column_{column}"].Value), found.Rows.Select(row => FieldsOf(row, words)))
            : TypedResults.NotFound();
    }

    private static FileContentHttpResult Dictionary(TenantContext tenant, IStringLocalizer<AgreementWords> words) => CsvFile.Of(
        $"acuerdos-{tenant.Current.Slug}-diccionario.csv",
        [words["Dictionary_Column"], words["Dictionary_Meaning"]],
        Columns.Select(column => new object?[] { words[$"Column_{column}"].Value, words[$"Meaning_{column}"].Value }));

    private static object?[] FieldsOf(ListAgreements.Row row, IStringLocalizer<AgreementWords> words) =>
    [
        row.Number, row.Title, row.Text, Dates.Machine(row.AgreedOn), row.Responsible, row.DueOn is { } due ? Dates.Machine(due) : null,
        words[$"State_{row.State}"].Value, YesNo(row.IsOverdue, words), row.SessionTitle, row.Notes.Count == 0 ? null : row.Notes[0].Text,
        YesNo(row.IsDemonstration, words),
    ];

    private static string YesNo(bool value, IStringLocalizer<AgreementWords> words) => value ? words["Csv_Yes"] : words["Csv_No"];
}
