using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace OpenStateHub.Web.Resources;

/// <summary>Spanish first, English on request by <c>?lang=en</c>. The language stands in the address: a cached page sets no cookie.</summary>
public static class Languages
{
    public const string QueryName = "lang";

    public static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>An address of this hub that keeps the reader's language; any other address comes back as it is.</summary>
    public static string Keep(string address)
    {
        var isPage = address.StartsWith('?') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal));
        return IsEnglish && isPage ? Say(address, English) : address;
    }

    /// <summary>The address with its language said, or unsaid where it is the first one.</summary>
    public static string Say(string address, CultureInfo language)
    {
        var parts = address.Split('#', 2);
        var (path, query) = parts[0].Split('?', 2) is [var before, var after] ? (before, after) : (parts[0], "");
        var values = QueryHelpers.ParseQuery(query)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Where(pair => pair.Key != QueryName);

        if (language.Equals(English))
        {
            values = values.Append(KeyValuePair.Create<string, string?>(QueryName, English.Name));
        }

        return path + QueryString.Create(values) + (parts.Length > 1 ? "#" + parts[1] : "");
    }

    public static void AddHubLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddTransient(typeof(IStringLocalizer<>), typeof(PlaceWords<>));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Spanish);
            options.SupportedCultures = options.SupportedUICultures = [Spanish, English];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromAddress)];
        });

        // Accents travel as themselves: the pages are UTF-8, and Spanish in numeric references weighs more.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    private static Task<ProviderCultureResult?> FromAddress(HttpContext http)
    {
        // An error page runs under an address of its own: the reader's language is in the one that failed.
        var failed = http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString;
        var asked = failed is null ? http.Request.Query[QueryName] : QueryHelpers.ParseQuery(failed).GetValueOrDefault(QueryName);
        return Task.FromResult(asked == English.Name ? new ProviderCultureResult(English.Name) : null);
    }
}
