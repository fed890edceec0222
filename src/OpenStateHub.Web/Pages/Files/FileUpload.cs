using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenStateHub.Core;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>
/// Reads a form of files as it comes, a piece at a time. What is declared too long is refused before anything is read; the form's token
/// comes in a header or as the very first field, and is checked before the first file.
/// </summary>
public sealed class FileUpload(StoreFile store, IAntiforgery antiforgery, TenantContext tenant, CurrentPerson me)
{
    public const int MostAtOnce = 20;

    private const string TokenField = "__RequestVerificationToken", TokenHeader = "RequestVerificationToken";
    private const int LongestToken = 4096, LongestBoundary = 100;

    // What a form weighs beside its files.
    private const long Overhead = 64 * 1024;

    // Of an error that no disk reported: what was sent ends in the middle, or is no form.
    private const int NotOfTheDisk = unchecked((int)0x80131620);

    private static readonly Refusal None = new("file.none"), TooMany = new("file.too-many");

    public async Task<Received> ReceiveAsync(HttpContext http)
    {
        if (ReaderOf(http.Request) is not { } reader)
        {
            return Received.Malformed;
        }

        var room = await store.RoomAsync(http.RequestAborted);
        var most = Math.Min(room, tenant.Current.MostFileBytes * MostAtOnce) + Overhead;

        if (http.Request.ContentLength > most)
        {
            return Received.Of(new Outcome(null, room + Overhead == most ? FileRefusals.NoRoom : FileRefusals.TooBig));
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = most;
        }

        try
        {
            return await ReadAsync(reader, http);
        }
        catch (Exception e) when (e is InvalidDataException or IOException { HResult: NotOfTheDisk })
        {
            return Received.Malformed;
        }
    }

    private async Task<Received> ReadAsync(MultipartReader reader, HttpContext http)
    {
        var ct = http.RequestAborted;
        var section = await reader.ReadNextSectionAsync(ct);

        if (section?.AsFormDataSection() is { Name: TokenField } token)
        {
            // Where a header is there, the framework looks nowhere else.
            using var field = new StreamReader(token.Section.Body);
            var buffer = new char[LongestToken];
            http.Request.Headers[TokenHeader] = new string(buffer, 0, await field.ReadBlockAsync(buffer, ct));
            section = await reader.ReadNextSectionAsync(ct);
        }

        // Without one, the framework would look for it in the form, and take in all of it.
        if (string.IsNullOrEmpty(http.Request.Headers[TokenHeader]) || !await antiforgery.IsRequestValidAsync(http))
        {
            return Received.Malformed;
        }

        var files = new List<Outcome>();

        for (; section is not null; section = await reader.ReadNextSectionAsync(ct))
        {
            // A field left empty comes as a file without a name.
            if (section.AsFileSection() is not { FileStream: { } content, FileName: { Length: > 0 } name })
            {
                continue;
            }

            if (files.Count == MostAtOnce)
            {
                files.Add(new Outcome(null, TooMany));
                break;
            }

            var result = await store.ExecuteAsync(content, name, me.Id, ct);
            files.Add(new Outcome(result.Name ?? name, result.Refusal, result.Sha256, result.WasHere));

            // The rest of what cannot be kept is not even read.
            if (result.Refusal == FileRefusals.TooBig || result.Refusal == FileRefusals.NoRoom || result.Refusal == FileRefusals.DiskFull)
            {
                break;
            }
        }

        return files.Count == 0 ? Received.Of(new Outcome(null, None)) : Received.Of([.. files]);
    }

    private static MultipartReader? ReaderOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= LongestBoundary } boundary
            ? new MultipartReader(boundary, request.Body)
            : null;

    /// <summary>What became of one file.</summary>
    /// <param name="Name">Null where it is about all of them.</param>
    /// <param name="WasHere">The same content was here before, under this name.</param>
    public sealed record Outcome(string? Name, Refusal? Refusal, string? Sha256 = null, bool WasHere = false);

    /// <param name="Status">The status of the answer.</param>
    public sealed record Received(int Status, IReadOnlyList<Outcome> Files)
    {
        public static readonly Received Malformed = new(StatusCodes.Status400BadRequest, []);

        public static Received Of(params IReadOnlyList<Outcome> files) => new(
            files.Any(file => file.Refusal == FileRefusals.DiskFull) ? StatusCodes.Status507InsufficientStorage
                : files.Any(file => file.Refusal == FileRefusals.TooBig || file.Refusal == FileRefusals.NoRoom) ? StatusCodes.Status413PayloadTooLarge
                : files.Any(file => file.Refusal is not null) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            files);
    }
}
