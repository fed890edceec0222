using Microsoft.AspNetCore.Http.HttpResults;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// The style sheet of a colour and a place's logo, each under an address that names its content: it may be kept for ever, and a changed
/// one has another address.
/// </summary>
public static class BrandFiles
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static string StyleOf(string accent) => $"/marca/{accent.TrimStart('#')}.css";

    /// <summary>The class under which the style sheet of a colour sets it.</summary>
    public static string ClassOf(string accent) => $"accent-{accent.TrimStart('#')}";

    public static string AddressOf(LogoMark logo) => $"/marca/logo/{logo.Sha256}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("marca/{colour}.css", Style).ExcludeFromDescription();
        app.MapGet("marca/logo/{hash}", LogoAsync).ExcludeFromDescription();
    }

    // Made from its name alone, so that it is alike on all hosts and asks no database; only for colours that a place may choose.
    private static Results<ContentHttpResult, NotFound> Style(string colour, HttpContext http)
    {
        if (Colour.From(colour) is not { } accent || accent.ToString() != $"#{colour}" || !Accent.IsLegible(accent))
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = ForEver;
        return TypedResults.Content($".{ClassOf(colour)} {{ --accent: {accent}; }}\n", "text/css; charset=utf-8");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> LogoAsync(string hash, FindLogo find, HttpContext http, CancellationToken ct)
    {
        if (await find.ExecuteAsync(hash, ct) is not { } logo)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = ForEver;
        return TypedResults.File(logo.Content, logo.MediaType);
    }
}
