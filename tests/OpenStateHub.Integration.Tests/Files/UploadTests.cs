using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Files;

/// <summary>Files come in through the page, with and without script, and whatever they claim to be each gets a clear answer.</summary>
public sealed class UploadTests(ServedHub hub) : IClassFixture<ServedHub>
{
    [Fact]
    public async Task Several_files_are_kept_as_they_were_sent()
    {
        var (place, browser) = await AdministratorAsync("durango");
        var (act, table) = (GivenFiles.Pdf("acta"), "a;b\n1;2\n"u8.ToArray());

        var (status, location, _) = await browser.SendAsync(("Acta de instalación.pdf", act), ("tabla.csv", table));

        Assert.Equal((HttpStatusCode.Redirect, "/gestion/archivos?hecho=subidos"), (status, location));
        Assert.Equal(
            [("Acta de instalación.pdf", GivenFiles.Sha256(act), FileType.Pdf), ("tabla.csv", GivenFiles.Sha256(table), FileType.Other)],
            (await hub.FilesAsync(place)).OrderBy(file => file.Id).Select(file => (file.Name, file.Sha256, file.Type)));
        Assert.Equal(act, await File.ReadAllBytesAsync(PathOf(place, act)));
        Assert.Contains("Acta de instalación.pdf", (await browser.OpenAsync(location!)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_stands_once()
    {
        var (place, browser) = await AdministratorAsync("tabasco");
        var content = GivenFiles.Pdf("una vez");

        await browser.SendAsync(("primero.pdf", content));
        var (status, _, said) = await browser.SendAsync(("segundo.pdf", content), ("vacío.txt", []));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("primero.pdf: Guardado: el mismo contenido ya estaba aquí", said, StringComparison.Ordinal);
        Assert.Equal("primero.pdf", Assert.Single(await hub.FilesAsync(place)).Name);
    }

    [Theory]
    [InlineData("acta.pdf", "<html><script>alert(1)</script>", "Su nombre promete una imagen o un PDF")]
    [InlineData("vacío.pdf", "", "El archivo está vacío")]
    [InlineData("foto.jpg", "\u00FF\u00D8\u00FF\u00E1\u0000", "La fotografía está dañada")]
    public async Task What_is_refused_says_why_and_leaves_nothing(string name, string content, string why)
    {
        var (place, browser) = await AdministratorAsync($"e{Guid.NewGuid():N}"[..20]);

        var (status, _, said) = await browser.SendAsync((name, System.Text.Encoding.Latin1.GetBytes(content)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"{name}: {why}", said, StringComparison.Ordinal);
        Assert.Empty(await hub.FilesAsync(place));
        Assert.DoesNotContain(GivenFiles.PathsOf(hub), path => path[0] == place.Id.ToString());
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\\\fakepath\\\\plan.docx", "plan.docx")]
    [InlineData("factura\u202Efdp.exe", "facturafdp.exe")]
    public async Task A_name_that_leads_elsewhere_is_cleaned(string given, string kept)
    {
        var (place, browser) = await AdministratorAsync($"n{Guid.NewGuid():N}"[..20]);
        var content = System.Text.Encoding.UTF8.GetBytes(given);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync((given, content))).Status);

        Assert.Equal(kept, Assert.Single(await hub.FilesAsync(place)).Name);
        using var answer = await browser.GetAsync(GivenFiles.Address(content, kept));
        Assert.Equal((HttpStatusCode.OK, kept), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.FileNameStar));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_read_to_its_end()
    {
        var (place, browser) = await AdministratorAsync("hidalgo", oneFile: 1000);

        var (status, _, said) = await browser.SendAsync(("a.txt", new byte[1000]), ("b.txt", new byte[1001]), ("c.txt", new byte[1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("b.txt: Es demasiado grande: un archivo puede tener 1,000", said, StringComparison.Ordinal);
        Assert.Equal("a.txt", Assert.Single(await hub.FilesAsync(place)).Name);
    }

    [Fact]
    public async Task A_place_without_room_says_so_and_two_at_once_share_what_is_left()
    {
        var (place, browser) = await AdministratorAsync("nayarit", together: 1500);
        var token = await browser.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => browser.Client.SendByScriptAsync(token, $"{i}.txt", [.. Enumerable.Repeat((byte)i, 1000)])));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.StartsWith("No cabe", answer.Answer!.Text, StringComparison.Ordinal));
        Assert.Equal(1000, (await hub.FilesAsync(place)).Sum(file => file.Bytes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Without_the_forms_token_nothing_is_read(string? token)
    {
        var (place, browser) = await AdministratorAsync($"t{Guid.NewGuid():N}"[..20]);
        await browser.TokenAsync();
        using var form = GivenFiles.Form(token, ("a.txt", "a"u8.ToArray()));

        using var answer = await browser.UploadAsync(GivenFiles.Upload, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await hub.FilesAsync(place));
    }

    [Fact]
    public async Task A_form_that_ends_in_the_middle_is_refused_and_leaves_nothing()
    {
        var (place, browser) = await AdministratorAsync("colima");
        using var form = GivenFiles.Form(await browser.TokenAsync(), ("a.txt", new byte[100_000]));
        var whole = await form.ReadAsByteArrayAsync();
        using var half = new ByteArrayContent(whole[..(whole.Length / 2)]);
        half.Headers.ContentType = form.Headers.ContentType;

        using var answer = await browser.Client.PostAsync(GivenFiles.Upload, half);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await hub.FilesAsync(place));
        Assert.DoesNotContain(GivenFiles.PathsOf(hub), path => path[0] == place.Id.ToString());
    }

    [Fact]
    public async Task An_empty_form_asks_for_a_file()
    {
        var (_, browser) = await AdministratorAsync("sonora");

        Assert.Contains("Elija al menos un archivo", (await browser.SendAsync(("", []))).Said, StringComparison.Ordinal);
    }

    private string PathOf(Tenant place, byte[] content) =>
        Path.Combine(hub.DataFolder, "files", place.Id.ToString(), GivenFiles.Sha256(content)[..2], GivenFiles.Sha256(content));

    private async Task<(Tenant Place, Browser Browser)> AdministratorAsync(string slug, long? oneFile = null, long? together = null)
    {
        var place = await hub.PlaceAsync(slug);
        await hub.PersonAsync(place, Role.Administrator);
        await hub.AsAsync(await hub.NationalAsync(), async scope => Assert.Null(oneFile is null && together is null
            ? null
            : await scope.GetRequiredService<LimitFiles>().ExecuteAsync(slug, oneFile, together, default)));
        await hub.LearnPlacesAsync();
        return (place, await hub.Site.SignedInAsync(slug, Role.Administrator));
    }
}
