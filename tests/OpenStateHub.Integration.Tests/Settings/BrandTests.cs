using System.Net;
using System.Text.RegularExpressions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Settings;

/// <summary>A place's colour and logo: refused where not everybody could read, and at once on its pages, on every node.</summary>
public sealed partial class BrandTests(ServedHub served) : InAPlace(served)
{
    private const string Page = "/gestion/ajustes/imagen";
    private const string Style = "link[href='/marca/1e5b4f.css']";

    private Tenant morelos = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        morelos = await hub.NewPlaceAsync("morelos");
    }

    [Fact]
    public async Task A_colour_is_on_every_node_within_a_second_and_on_no_other_place()
    {
        await using var other = new HubSite(hub);
        Assert.Null((await site.ReadAsync(durango.Slug, "/")).QuerySelector(Style));
        Assert.Null((await other.ReadAsync(durango.Slug, "/")).QuerySelector(Style));
        using var browser = await AdministratorAsync();

        var saved = await browser.SendAsync(Page, new() { ["Accent"] = "#1E5B4F" });

        Assert.Equal($"{Page}?hecho=guardado", saved.Location);
        Assert.NotNull((await browser.OpenAsync(saved.Location!)).Page.QuerySelector(Style));
        await site.WithinASecondAsync(durango.Slug, "/", page => page.QuerySelector(Style) is not null);
        var there = await other.WithinASecondAsync(durango.Slug, "/", page => page.QuerySelector(Style) is not null);
        Assert.Equal("accent-1e5b4f", there.DocumentElement.ClassName);
        Assert.Equal("#1e5b4f", there.QuerySelector("meta[name=theme-color]")!.GetAttribute("content"));
        Assert.Null((await site.ReadAsync(morelos.Slug, "/")).QuerySelector(Style));
        Assert.Null((await site.ReadAsync(null, "/")).QuerySelector(Style));
    }

    [Fact]
    public async Task A_pale_colour_is_refused_beside_its_field_and_the_nearest_is_one_click_away()
    {
        using var browser = await AdministratorAsync();

        var refused = await browser.SendAsync(Page, new() { ["Accent"] = "#e8a33d" });
        var offered = refused.Page.QuerySelector("button[name=Nearest]")!.GetAttribute("value")!;

        Assert.Contains("contraste", refused.Page.QuerySelector("#accent-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#e8a33d", refused.Page.QuerySelector("#accent")!.GetAttribute("value"));
        Assert.True(Accent.IsLegible(Colour.From(offered)!.Value));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/marca/{offered[1..]}.css")).StatusCode);
        await browser.SendAsync(Page, new() { ["Accent"] = "#e8a33d", ["Nearest"] = offered });
        Assert.Equal(offered, (await browser.OpenAsync(Page)).Page.QuerySelector("#accent")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_preview_shows_the_colour_and_saves_nothing()
    {
        using var browser = await AdministratorAsync();

        var shown = await browser.SendAsync(Page, new() { ["Accent"] = "#1E5B4F", ["Preview"] = "true" });

        Assert.NotNull(shown.Page.QuerySelector(".head-preview.accent-1e5b4f " + Style));
        Assert.Equal("#1E5B4F", shown.Page.QuerySelector("#accent")!.GetAttribute("value"));
        Assert.Null((await site.ReadAsync(durango.Slug, "/")).QuerySelector(Style));
    }

    [Fact]
    public async Task Of_two_administrators_the_second_sees_what_the_first_saved_and_keeps_what_was_typed()
    {
        using var browser = await AdministratorAsync();
        await browser.SendAsync(Page, new() { ["Accent"] = "#1E5B4F" });

        var late = await browser.SendAsync(Page, new() { ["Accent"] = "#123456", ["Revision"] = "0" });
        var again = await browser.SendAsync(Page, new() { ["Accent"] = "#123456", ["Revision"] = late.Page.QuerySelector("input[name=Revision]")!.GetAttribute("value")! });

        Assert.Contains("Otra persona guardó", late.Errors, StringComparison.Ordinal);
        Assert.Contains("#1e5b4f", late.Page.QuerySelector(".notice-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#123456", late.Page.QuerySelector("#accent")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
    }

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_and_only_made_for_legible_colours()
    {
        using var browser = site.Browser(morelos.Slug);

        using var style = await browser.GetAsync("/marca/1e5b4f.css");

        Assert.Equal(".accent-1e5b4f { --accent: #1e5b4f; }\n", await style.Content.ReadAsStringAsync());
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        Assert.True(style.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(365));
        Assert.All(["ffffff", "1E5B4F", "1e5b4", "red", "1e5b4f}"], name => Assert.Equal(HttpStatusCode.NotFound, browser.GetAsync($"/marca/{name}.css").Result.StatusCode));
    }

    [Fact]
    public async Task The_surfaces_of_the_rule_are_those_of_the_style_sheet()
    {
        var css = await File.ReadAllTextAsync(Repository.PathOf("src", "OpenStateHub.Web", "wwwroot", "css", "base.css"));
        var light = Variable().Matches(css).Select(match => Colour.From(match.Groups[1].Value)!.Value).Where(colour => colour.Luminance > 0.8).ToHashSet();

        Assert.NotEmpty(light);
        Assert.Empty(light.Except(Accent.Surfaces));
    }

    [Fact]
    public async Task A_logo_stands_on_every_page_under_its_hash_and_goes_again()
    {
        using var browser = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await browser.UploadLogoAsync(GivenSettings.Png)).StatusCode);
        var page = await site.WithinASecondAsync(durango.Slug, "/", found => found.QuerySelector(".masthead-logo") is not null);
        var address = page.QuerySelector(".masthead-logo")!.GetAttribute("src")!;
        using var logo = await browser.GetAsync(address);

        Assert.Equal(GivenSettings.Png, await logo.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(logo.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(logo.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(365));

        using var elsewhere = site.Browser(morelos.Slug);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(address)).StatusCode);
        Assert.Null((await site.ReadAsync(morelos.Slug, "/")).QuerySelector(".masthead-logo"));

        await browser.SendAsync(Page, [], "form[action$='handler=RemoveLogo']");
        await site.WithinASecondAsync(durango.Slug, "/", found => found.QuerySelector(".masthead-logo") is null);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'></svg>", "PNG, JPEG o WebP")]
    [InlineData("", "vacío")]
    public async Task A_file_that_is_no_picture_is_refused_beside_its_field_whatever_it_says_it_is(string content, string reason)
    {
        using var browser = await AdministratorAsync();

        using var answer = await browser.UploadLogoAsync(System.Text.Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches($"id=\"logofile-error\">.*{reason}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_heavy_file_is_refused_and_two_at_once_leave_one()
    {
        using var browser = await AdministratorAsync();

        using var heavy = await browser.UploadLogoAsync([.. GivenSettings.Png, .. new byte[Logo.MaxBytes]]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.UploadLogoAsync(GivenSettings.Png)));

        Assert.Contains("200 kB", await heavy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
    }

    [GeneratedRegex(@"--[a-z-]+: (#[0-9a-f]{3,6});")]
    private static partial Regex Variable();
}
