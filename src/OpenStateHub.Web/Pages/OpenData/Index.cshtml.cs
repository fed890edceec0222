using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.OpenData;

/// <summary>Everything of the place that a program or a spreadsheet can read, in one list.</summary>
[CachedPage]
public sealed class IndexModel(TenantContext tenant) : PageModel
{
    /// <param name="Key">Its words: name and meaning.</param>
    /// <param name="Kind">As people ask for it: CSV, JSON, text.</param>
    /// <param name="Dictionary">The address of what its fields mean; null where the file itself tells.</param>
    public sealed record Download(string Key, string Kind, string Address, string? Dictionary = null);

    private static readonly Download[] Everywhere =
    [
        new("Commitments", "CSV", "/compromisos.csv", "/compromisos-diccionario.csv"),
        new("Agreements", "CSV", AgreementsCsv.Address, AgreementsCsv.DictionaryAddress),
        new("Popolo", "JSON", PopoloFile.Address, PopoloFile.DictionaryAddress),
        new("Ledger", "JSON", "/api/v1/ledger"),
        new("Api", "OpenAPI", "/openapi/v1.json"),
    ];

    private static readonly Download[] OfTheNation =
    [
        new("Places", "CSV", "/entidades.csv"),
        new("Metrics", "JSON", "/api/v1/metrics"),
        new("Heads", "TXT", ChainsFile.Address),
    ];

    public bool IsNational => tenant.Current.IsNational;

    public string PlaceName => tenant.Current.Name;

    public IReadOnlyList<Download> Downloads => IsNational ? [.. OfTheNation, .. Everywhere] : Everywhere;
}
