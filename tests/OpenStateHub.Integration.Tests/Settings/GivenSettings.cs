using System.Diagnostics;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Settings;

internal static class GivenSettings
{
    /// <summary>A picture of one pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>Reads the public page until it says what was changed; fails after a second.</summary>
    public static async Task<IDocument> WithinASecondAsync(this HubSite site, string? slug, string path, Func<IDocument, bool> says)
    {
        var watch = Stopwatch.StartNew();

        while (true)
        {
            var page = await site.ReadAsync(slug, path);

            if (says(page))
            {
                return page;
            }

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{path} does not say it after a second.");
            await Task.Delay(10);
        }
    }

    public static async Task<HttpResponseMessage> UploadLogoAsync(this Browser browser, byte[] content, string name = "logo.png")
    {
        const string page = "/gestion/ajustes/imagen";
        var token = (await browser.OpenAsync(page)).Page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return await browser.UploadAsync($"{page}?handler=Logo", new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, "LogoFile", name } });
    }
}
