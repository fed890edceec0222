using System.Net;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Settings;

/// <summary>A place's own words and contact, wherever its pages say them.</summary>
public sealed class WordingTests(ServedHub served) : InAPlace(served)
{
    private const string Page = "/gestion/ajustes/palabras";

    private static readonly Dictionary<string, string> Whole = new()
    {
        ["Secretariat"] = "el Secretariado Técnico Local",
        ["WorkingTable"] = "el grupo de trabajo",
        ["WorkingTables"] = "los grupos de trabajo",
        ["ContactOffice"] = "Unidad de Gobierno Abierto",
        ["ContactEmail"] = "contacto@durango.example",
        ["ContactPhone"] = "+52 618 000 0000",
        ["ContactAddress"] = "Calle Ejemplo 1, Durango",
    };

    [Fact]
    public async Task The_words_stand_in_navigation_headings_and_texts_and_the_contact_at_the_foot()
    {
        using var browser = await AdministratorAsync();
        Assert.Equal("Secretariado", Navigation(await site.ReadAsync(durango.Slug, "/")));

        var saved = await browser.SendAsync(Page, Whole);
        var page = await site.WithinASecondAsync(durango.Slug, "/", found => Navigation(found) == "Secretariado Técnico Local");
        var secretariat = await site.ReadAsync(durango.Slug, "/secretariado");

        Assert.Equal($"{Page}?hecho=guardado", saved.Location);
        Assert.Contains("Ver el Secretariado Técnico Local y cómo se integró", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Secretariado Técnico Local ·", secretariat.Title, StringComparison.Ordinal);
        Assert.Contains("Publicar la integración del Secretariado Técnico Local", secretariat.Body!.TextContent, StringComparison.Ordinal);
        var contact = page.QuerySelector("footer address")!;
        Assert.Equal("mailto:contacto@durango.example", contact.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotNull(contact.QuerySelector("a[href='tel:+526180000000']"));
        Assert.Contains("Calle Ejemplo 1", contact.TextContent, StringComparison.Ordinal);

        Assert.Equal("Secretariat", Navigation(await site.ReadAsync(durango.Slug, "/?lang=en")));
        var elsewhere = await site.ReadAsync((await hub.NewPlaceAsync("morelos")).Slug, "/");
        Assert.Equal("Secretariado", Navigation(elsewhere));
        Assert.Null(elsewhere.QuerySelector("footer address"));
    }

    [Fact]
    public async Task Each_error_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        using var browser = await AdministratorAsync();
        (string Field, string Text)[] wrong =
        [
            ("Secretariat", "el " + new string('x', Term.MaxLength)), ("WorkingTable", "el " + new string('x', Term.MaxLength)), ("WorkingTables", "el " + new string('x', Term.MaxLength)),
            ("ContactOffice", new string('x', Wording.MaxOfficeLength + 1)), ("ContactEmail", new string('x', Wording.MaxEmailLength) + "@x.mx"),
            ("ContactPhone", new string('1', Wording.MaxPhoneLength + 1)), ("ContactAddress", new string('x', Wording.MaxAddressLength + 1)),
            ("Secretariat", "Secretariado sin artículo"), ("WorkingTables", ""), ("ContactEmail", "no es correo"),
        ];

        foreach (var (field, text) in wrong)
        {
            var answer = await browser.SendAsync(Page, new(Whole) { [field] = text });

            Assert.Equal((field, HttpStatusCode.OK), (field, answer.Status));
            Assert.NotNull(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error"));
            Assert.All(Whole.Keys, name => Assert.Equal(name == field ? text : Whole[name], answer.Page.QuerySelector($"[name={name}]")!.GetAttribute("value")));
        }
    }

    [Fact]
    public async Task Of_two_administrators_the_second_sees_both_texts()
    {
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Page, Whole);

        var late = await browser.SendAsync(Page, new(Whole) { ["ContactOffice"] = "Otra oficina", ["Revision"] = "0" });

        Assert.Contains("Otra persona guardó", late.Errors, StringComparison.Ordinal);
        var theirs = late.Page.QuerySelector(".notice-theirs")!;
        Assert.Equal("Unidad de Gobierno Abierto", Assert.Single(theirs.QuerySelectorAll("dd")).TextContent);
        Assert.Equal("Otra oficina", late.Page.QuerySelector("#contactoffice")!.GetAttribute("value"));
        Assert.Equal("1", late.Page.QuerySelector("input[name=Revision]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Words_are_text_and_never_markup()
    {
        using var browser = await AdministratorAsync();

        await browser.SendAsync(Page, new() { ["Secretariat"] = "el <b>Secretariado</b> {0}" });
        var page = await site.WithinASecondAsync(durango.Slug, "/", found => Navigation(found) == "<b>Secretariado</b> {0}");

        Assert.Contains("Ver el <b>Secretariado</b> {0}", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string? Navigation(AngleSharp.Dom.IDocument page) => page.QuerySelector("nav a[href^='/secretariado']")?.TextContent;
}
