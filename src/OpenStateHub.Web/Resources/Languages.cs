using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace OpenStateHub.Web.Resources;

/// <summary>Spanish first, English on request by <c>?lang=en</c>. The language stands in the address: a cached page sets no cookie.</summary>
public static class Languages
{
    public const string QueryName = "lang";

    public static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static void AddHubLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Spanish);
            options.SupportedCultures = options.SupportedUICultures = [Spanish, English];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(FromAddress)];
        });
    }

    private static Task<ProviderCultureResult?> FromAddress(HttpContext http) =>
        Task.FromResult(http.Request.Query[QueryName] == "en" ? new ProviderCultureResult(English.Name) : null);
}
