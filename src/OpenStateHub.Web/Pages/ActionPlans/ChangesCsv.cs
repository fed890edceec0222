using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>What the versions of a plan changed, a row each value, as a table for spreadsheets; and what its columns mean.</summary>
internal static class ChangesCsv
{
    private static readonly string[] Columns =
        ["Version", "SignedOn", "Agreement", "Change", "Reason", "ProposedOn", "Office", "Commitment", "Part", "Field", "Before", "After", "Demonstration"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("planes/{slug}/cambios.csv", ListAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
        app.MapGet("planes/{slug}/cambios-diccionario.csv", DictionaryAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ListAsync(
        string slug, ListPlanVersions versions, ReadRoadmapChanges read, RoadmapSentences sentences, IStringLocalizer<RoadmapWords> words, CancellationToken ct)
    {
        if (await versions.ExecuteAsync(slug, ct) is not { } plan)
        {
            return TypedResults.NotFound();
        }

        var changes = await read.ExecuteAsync(plan.PlanId, drafts: false, id: null, ct);
        return CsvFile.Of(
            $"cambios-{slug}.csv",
            Columns.Select(column => words[$"Csv_{column}"].Value),
            from change in changes
            where change.Version is not null
            orderby change.Version
            from part in change.Parts
            from value in part.Values
            select new object?[]
            {
                change.Version, Dates.Machine(change.ApprovedOn!.Value), change.Agreement?.Value, change.Title, change.Reason,
                Dates.Machine(change.ProposedOn!.Value), change.Office, part.Slug, part.Child, sentences.Field(value.Field), Plain(value.Field, value.Before),
                Plain(value.Field, value.After), change.IsDemonstration ? words["Csv_Yes"].Value : words["Csv_No"].Value,
            });
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DictionaryAsync(
        string slug, ListPlanVersions versions, IStringLocalizer<RoadmapWords> words, CancellationToken ct) =>
        await versions.ExecuteAsync(slug, ct) is null
            ? TypedResults.NotFound()
            : CsvFile.Of(
                $"cambios-{slug}-diccionario.csv",
                [words["Dictionary_Column"], words["Dictionary_Meaning"]],
                Columns.Select(column => new object?[] { words[$"Csv_{column}"].Value, words[$"CsvMeaning_{column}"].Value }));

    /// <summary>Days and weights as programs read them.</summary>
    private static string? Plain(RoadmapField field, string? value) => field is RoadmapField.Weight ? WeightText.Of(RoadmapValues.Weight(value)) : value;
}
