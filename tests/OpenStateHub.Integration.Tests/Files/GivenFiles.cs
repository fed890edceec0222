using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AngleSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>Files, sent as the page's form and its script send them.</summary>
internal static class GivenFiles
{
    public const string List = "/gestion/archivos", Upload = "/gestion/archivos/subir";

    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.4\n%{text}\n");

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Address(byte[] content, string name) => $"/archivos/{Sha256(content)}/{Uri.EscapeDataString(name)}";

    public static async Task<string> TokenAsync(this Browser browser) =>
        (await browser.OpenAsync(Upload)).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>As without script: one form, its token first.</summary>
    public static async Task<(HttpStatusCode Status, string? Location, string Said)> SendAsync(this Browser browser, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(await browser.TokenAsync(), files);
        using var answer = await browser.UploadAsync(Upload, form);
        var html = await answer.Content.ReadAsStringAsync();
        using var page = await BrowsingContext.New().OpenAsync(response => response.Content(html));
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, page.QuerySelector(".form-errors")?.TextContent ?? "");
    }

    /// <summary>As the script does: one file a request, the token in a header.</summary>
    public static async Task<(HttpStatusCode Status, Said? Answer)> SendByScriptAsync(this HttpClient client, string token, string name, byte[] content)
    {
        using var form = Form(null, (name, content));
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = form, Headers = { { "RequestVerificationToken", token }, { "Accept", "application/json" } } };
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json" ? (await answer.Content.ReadFromJsonAsync<List<Said>>())![0] : null);
    }

    public static MultipartFormDataContent Form(string? token, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };

        if (token is not null)
        {
            form.Add(new StringContent(token), "__RequestVerificationToken");
        }

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);

            // As browsers write it: the name as it is, only quotes and line breaks escaped.
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"archivos\"; filename=\"{name}\"");
            form.Add(part);
        }

        return form;
    }

    public static Task<List<StoredFile>> FilesAsync(this TestHub hub, Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Files.AsNoTracking().ToListAsync());

    public static Task PublishAsync(this TestHub hub, Tenant place, byte[] content) => hub.AsAsync(place, async scope =>
    {
        var sha256 = Sha256(content);
        var id = await scope.GetRequiredService<HubDbContext>().Files.Where(file => file.Sha256 == sha256).Select(file => file.Id).SingleAsync();
        Assert.True(await scope.GetRequiredService<PublishFile>().ExecuteAsync(id, default));
    });

    /// <summary>Withdraws the one document of the place, as its page does.</summary>
    public static async Task<Browser.Answer> WithdrawAsync(this Browser browser, string reason)
    {
        var (_, page) = await browser.OpenAsync(List);
        return await browser.SendAsync(page.QuerySelector("main a[href*='/retirar?']")!.GetAttribute("href")!, new() { ["Reason"] = reason });
    }

    public static Task<Document> DocumentAsync(this TestHub hub, Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Documents.AsNoTracking().SingleAsync());

    /// <summary>A document of the place that was published and withdrawn, its file swept away.</summary>
    public static async Task<Document> WithdrawnDocumentAsync(this TestHub hub, Tenant place)
    {
        await hub.PersonAsync(place, Role.Administrator);
        var content = Pdf("retirado");
        await hub.AsAsync(place, async scope =>
        {
            var by = await scope.GetRequiredService<HubDbContext>().Users.Select(person => person.Id).SingleAsync();
            using var stream = new MemoryStream(content);
            Assert.Null((await scope.GetRequiredService<StoreFile>().ExecuteAsync(stream, "acta.pdf", by, default)).Refusal);
        });
        await hub.PublishAsync(place, content);
        var document = await hub.DocumentAsync(place);
        await hub.AsAsync(place, async scope => Assert.Equal(
            (true, null), await scope.GetRequiredService<WithdrawDocument>().ExecuteAsync(document.Id, "Muestra datos personales.", default)));
        hub.Clock.Now += SweepFiles.Grace;
        await hub.AsAsync(place, scope => scope.GetRequiredService<SweepFiles>().ExecuteAsync(default));
        Assert.Empty(await hub.FilesAsync(place));
        return await hub.DocumentAsync(place);
    }

    /// <summary>Every path that stands in the folder of files, in parts below it.</summary>
    public static IReadOnlyList<string[]> PathsOf(TestHub hub)
    {
        var root = Path.Combine(hub.DataFolder, "files");
        return Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar))]
            : [];
    }

    public sealed record Said(string? Name, string? Sha256, [property: JsonPropertyName("said")] string Text);
}
