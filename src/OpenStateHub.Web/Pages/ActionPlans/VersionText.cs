using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>A signed version as a file: its bytes are those whose SHA-256 the page and the ledger show.</summary>
internal static class VersionText
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("planes/{slug}/version.txt", FileAsync).WithMetadata(new CachedPageAttribute("numero")).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(string slug, FindPlanVersion versions, CancellationToken ct, int numero = 1) =>
        await versions.ExecuteAsync(slug, numero, ct) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8")
            : TypedResults.NotFound();
}
