using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>One person at one host: keeps cookies, reads a page and sends its form as it stands there, antiforgery and all.</summary>
internal sealed class Browser(HttpClient client, CookieContainer cookies) : IDisposable
{
    public CookieContainer Cookies => cookies;

    public Uri Home => client.BaseAddress!;

    public HttpClient Client => client;

    public async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path) => await ReadAsync(await client.GetAsync(path));

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public Task<HttpResponseMessage> UploadAsync(string path, MultipartFormDataContent form) => client.PostAsync(path, form);

    /// <summary>Opens the page and sends the form with these values instead of its own.</summary>
    /// <param name="form">Which form of the page's main part; the first where nothing is said.</param>
    public async Task<Answer> SendAsync(string path, Dictionary<string, string> values, string form = "main form[method=post]")
    {
        var (_, page) = await OpenAsync(path);
        var found = Assert.IsType<IHtmlFormElement>(page.QuerySelector(form), exactMatch: false);
        var fields = FieldsOf(found);

        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return await PostAsync(string.IsNullOrEmpty(found.GetAttribute("action")) ? path : found.GetAttribute("action")!, fields);
    }

    /// <summary>What the form would send as it stands: of several boxes of one name the first one ticked.</summary>
    public static Dictionary<string, string> FieldsOf(IElement form) =>
        form.QuerySelectorAll("input[name], select[name], textarea[name]")
            .Where(field => field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked"))
            .DistinctBy(field => field.GetAttribute("name"))
            .ToDictionary(
                field => field.GetAttribute("name")!,
                field => (field as IHtmlSelectElement)?.Value ?? (field as IHtmlTextAreaElement)?.Value ?? field.GetAttribute("value") ?? "");

    public async Task<Answer> PostAsync(string path, Dictionary<string, string> fields)
    {
        var response = await client.PostAsync(path, new FormUrlEncodedContent(fields));
        var (status, page) = await ReadAsync(response);
        return new Answer(status, response.Headers.Location?.OriginalString, page);
    }

    private static async Task<(HttpStatusCode Status, IDocument Page)> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, await BrowsingContext.New().OpenAsync(answer => answer.Content(html)));
    }

    public void Dispose() => client.Dispose();

    internal sealed record Answer(HttpStatusCode Status, string? Location, IDocument Page)
    {
        public string Errors => Page.QuerySelector(".form-errors")?.TextContent ?? "";
    }
}
