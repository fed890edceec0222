using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Secretariat;

/// <summary>Published minutes as a file: its bytes are those whose SHA-256 the three sectors signed.</summary>
internal static class MinutesFile
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/sesiones/{id:guid}/acta.txt", FileAsync).WithMetadata(new CachedPageAttribute()).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(Guid id, FindSession sessions, CancellationToken ct) =>
        await sessions.ExecuteAsync(id, drafts: false, ct) is { Minutes.Text: { } text }
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8")
            : TypedResults.NotFound();
}
