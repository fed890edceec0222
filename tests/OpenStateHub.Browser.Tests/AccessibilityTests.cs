using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Browser.Tests.Fixtures;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Browser.Tests;

/// <summary>Everybody can read every public page: each one of the site's own list, in both languages, on a phone and magnified, and in Spanish at a desk.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(HubBrowser browser)
{
    /// <summary>A place with a plan in force, one whose plans are over, one without a plan, and the national one.</summary>
    private static readonly string?[] Hosts = ["durango", "veracruz", "chiapas", null];

    /// <summary>Pages that stand on no address of their own: what is asked instead, to see them.</summary>
    private static readonly Dictionary<string, (string Host, string Path)[]> Instead = new()
    {
        ["error"] = [("durango", "/no-existe"), ("no-existe", "/")],
        ["aviso-de-privacidad/arco/{token:length(43)}"] = [("durango", "/aviso-de-privacidad/arco/" + new string('x', 43))],
        ["cuenta/invitacion/{token:length(43)}"] = [("durango", "/cuenta/invitacion/" + new string('x', 43))],
        // None is in the demonstration: the journey of the files looks at one.
        ["documentos/{id:guid}"] = [("durango", $"/documentos/{Guid.Empty}")],
        ["cuenta/restablecer"] = [("durango", "/cuenta/restablecer")],
    };

    private static readonly (string Route, string Host, string Value)[] MoreSamples =
    [
        ("compromisos/{slug}", "durango", "calidad-y-horario-del-agua"),
        ("compromisos/{slug}", "morelos", "derecho-de-via-ferroviario"),
        ("planes/{slug}", "durango", "2015-2016"),
        ("planes/{slug}/cortes", "durango", "plan-vigente"),
        ("planes/{slug}/cortes/{on}", "durango", "2015-2016/2016-08-24"),
        ("planes/{slug}/cortes/{on}", "veracruz", "2016-2017/2016-12-31"),
    ];

    [Fact]
    public async Task Every_page_can_be_read_by_everybody() => await browser.EverybodyReadsAsync(
        (await PagesAsync()).Select(page => browser.Address(page.Host, page.Path)), "es-MX", [Screen.Desk, Screen.Phone]);

    /// <summary>The words alone differ: the narrow screen is where longer ones would show.</summary>
    [Fact]
    public async Task Every_page_can_be_read_in_English() => await browser.EverybodyReadsAsync(
        (await PagesAsync()).Select(page => browser.Address(page.Host, $"{page.Path}{(page.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}lang=en")), "en", [Screen.Phone]);

    [Fact]
    public Task The_scan_sees_what_is_wrong() => browser.VisitAsync(Screen.Desk, async page =>
    {
        await page.SetContentAsync("<main style='width: 50rem'><img src='data:,'><p style='color: #aaa; background: #fff'>Apenas se lee</p></main>");

        var violations = string.Join('\n', await Accessibility.ViolationsAsync(page, Screen.Desk));

        Assert.Contains("image-alt", violations, StringComparison.Ordinal);
        Assert.Contains("color-contrast", violations, StringComparison.Ordinal);
        Assert.NotEmpty(await Accessibility.SidewaysAsync(page));
    });

    /// <summary>Fails on a page that nobody says how to see.</summary>
    private async Task<IReadOnlyList<(string? Host, string Path)>> PagesAsync()
    {
        var pages = new List<(string?, string)>();
        var links = await browser.Hub.AsAsync(await browser.Hub.FindAsync("durango"), scope => GivenVoices.LinksAsync(scope, PlanSubjects.Commitment("agua-limpia")));

        foreach (var route in Routes())
        {
            var seen = links.TryGetValue(route, out var linked) ? [.. linked.Select(path => ((string?)"durango", path))] : await SamplesAsync(route);
            Assert.True(seen.Count > 0, $"Say in {nameof(SiteEndpoints.OnlyThere)} or {nameof(Instead)} how to see /{route}.");
            pages.AddRange(seen);
        }

        return pages;
    }

    private IEnumerable<string> Routes() =>
        SiteEndpoints.Of(browser.Site)
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(SiteEndpoints.RouteOf)
            .Distinct();

    private async Task<IReadOnlyList<(string? Host, string Path)>> SamplesAsync(string route)
    {
        if (Instead.TryGetValue(route, out var instead))
        {
            return [.. instead.Select(one => ((string?)one.Host, one.Path))];
        }

        if (route.StartsWith("rendicion-de-cuentas/{id:guid}", StringComparison.Ordinal) || route.StartsWith("sesiones/{id:guid}", StringComparison.Ordinal) || route.StartsWith("decisiones/{id:guid}", StringComparison.Ordinal))
        {
            return await MadeAtSeedingAsync(route);
        }

        if (route.Contains('{', StringComparison.Ordinal))
        {
            return
            [
                .. SiteEndpoints.OnlyThere.Where(s => s.Route == route).Select(s => (s.Host, SiteEndpoints.Address(route, s.Value))),
                .. MoreSamples.Where(s => s.Route == route).Select(s => ((string?)s.Host, SiteEndpoints.Address(route, s.Value))),
            ];
        }

        var there = new List<(string?, string)>();

        foreach (var host in Hosts)
        {
            if (await browser.HasAsync(host, "/" + route))
            {
                there.Add((host, "/" + route));
            }
        }

        return there;
    }

    /// <summary>Sessions of both kinds and decisions have other ids at each seeding: the places that told a story of them are asked.</summary>
    private async Task<IReadOnlyList<(string? Host, string Path)>> MadeAtSeedingAsync(string route)
    {
        var pages = new List<(string?, string)>();

        foreach (var host in new[] { "durango", "veracruz" })
        {
            var ids = await browser.Hub.AsAsync(await browser.Hub.FindAsync(host), scope =>
            {
                var db = scope.GetRequiredService<HubDbContext>();
                return (route[0] switch
                {
                    's' => db.Sessions.Where(s => s.Status != SessionStatus.Draft).Select(s => s.Id),
                    'r' => db.Presentations.Select(p => p.Id),
                    _ => db.Decisions.Select(d => d.Id),
                }).ToListAsync();
            });
            pages.AddRange(ids.Select(id => ((string?)host, "/" + route.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal))));
        }

        return pages;
    }
}
