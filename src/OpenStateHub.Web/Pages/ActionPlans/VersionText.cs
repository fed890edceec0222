using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.ActionPlans;

/// <summary>A signed version as a file: its bytes are those whose SHA-256 the page and the ledger show.</summary>
internal static class VersionText
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/planes/{slug}/versiones/{number:int:min(1)}.txt", FileAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(string slug, int number, FindPlanVersion versions, CancellationToken ct) =>
        await versions.ExecuteAsync(slug, number, ct) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8")
            : TypedResults.NotFound();
}
