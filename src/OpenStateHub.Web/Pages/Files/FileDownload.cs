using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>
/// Hands out a file of the place: to everybody where something public uses it, else to its back office. Pictures and PDF are shown, all
/// else is saved; whatever it is, the browser is told not to guess, and not to run anything.
/// </summary>
internal static class FileDownload
{
    private const string Nothing = "sandbox; default-src 'none'";
    private const string Picture = Nothing + "; img-src 'self'; style-src 'unsafe-inline'";

    // Browsers show a PDF by a viewer of their own, which a sandbox keeps from opening; what the PDF brings runs in the viewer, if at all.
    private const string Pdf = "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static string Address(string sha256, string name) => $"/archivos/{sha256}/{Uri.EscapeDataString(name)}";

    /// <returns>Null where it is a link, or withdrawn.</returns>
    public static string? AddressOf(EvidenceRow evidence) =>
        evidence is { Sha256: { } sha256, FileName: { } name, WithdrawnOn: null } ? Address(sha256, name) : null;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("archivos/{sha256}/{name}", Reading, FileAsync).ExcludeFromDescription();

    private static async Task<Results<PhysicalFileHttpResult, NotFound>> FileAsync(
        string sha256, string name, FindFile files, CurrentPerson me, HttpResponse response, CancellationToken ct)
    {
        if (await files.ExecuteAsync(sha256, name, ct) is not { } found || !(found.IsPublic || await me.MayAsync(Right.EnterBackOffice, ct)))
        {
            return TypedResults.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue(found.Type.IsShown() ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = found.Type switch
        {
            FileType.Other => Nothing,
            FileType.Pdf => Pdf,
            _ => Picture,
        };

        // Asked again each time, because it may be public no longer; the tag then spares the bytes.
        response.Headers.CacheControl = found.IsPublic ? "no-cache" : "private, no-cache";
        return TypedResults.PhysicalFile(
            found.Path, found.Type.Mime(), lastModified: found.UploadedAt, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}
