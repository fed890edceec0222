using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>Who sits in the secretariat, who ever sat there and what they decided, in the spelling of Popolo (popoloproject.com), and what each field means here.</summary>
internal static class PopoloFile
{
    public const string Address = "/datos/popolo.json";
    public const string DictionaryAddress = "/datos/popolo-diccionario.csv";

    private static readonly JsonSerializerOptions Spelling = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    private static readonly (string Class, string[] Properties)[] Fields =
    [
        ("organizations", ["id", "name", "classification", "parent_id", "sources", "demonstration"]),
        ("persons", ["id", "name", "demonstration"]),
        ("posts", ["id", "label", "role", "organization_id", "start_date", "end_date", "sources", "demonstration"]),
        ("memberships", ["id", "label", "role", "person_id", "member", "organization_id", "post_id", "on_behalf_of_id", "start_date", "end_date", "sources", "demonstration"]),
        ("motions", ["id", "organization_id", "name", "text", "classification", "date", "requirement", "result", "demonstration"]),
        ("vote_events", ["id", "motion_id", "organization_id", "start_date", "end_date", "group_results", "counts", "votes"]),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, FileAsync).WithMetadata(new CachedPageAttribute()).RequireCors().ExcludeFromDescription();
        app.MapGet(DictionaryAddress, Dictionary).WithMetadata(new CachedPageAttribute()).RequireCors().ExcludeFromDescription();
    }

    private static async Task<JsonHttpResult<PopoloDocument>> FileAsync(
        FindSecretariat secretariats, ReadDecisions read, TenantContext tenant, IStringLocalizer<SharedWords> shared, IStringLocalizer<DataWords> words,
        TimeProvider clock, CancellationToken ct)
    {
        var found = await secretariats.ExecuteAsync(tenant.Current.Today(clock), ct);
        var names = Sectors.All.ToDictionary(sector => sector, sector => shared[$"Sector_{sector}"].Value);
        var (decisions, _) = await read.ExecuteAsync(new ReadDecisions.Filter(), 0, int.MaxValue, ct);
        var document = PopoloDocument.Of(found, decisions, words["Popolo_Secretariat", tenant.Current.Name], names);
        return TypedResults.Json(document, Spelling);
    }

    private static FileContentHttpResult Dictionary(TenantContext tenant, IStringLocalizer<DataWords> words) => CsvFile.Of(
        $"popolo-{tenant.Current.Slug}-diccionario.csv",
        [words["Dictionary_Class"], words["Dictionary_Property"], words["Dictionary_Meaning"]],
        Fields.SelectMany(field => field.Properties, (field, property) => new object?[] { field.Class, property, words[$"Popolo_{field.Class}.{property}"].Value }));
}
