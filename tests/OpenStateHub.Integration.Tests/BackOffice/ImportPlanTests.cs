using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.BackOffice;

/// <summary>A plan comes in from its spreadsheet, through the page: all of it or nothing.</summary>
public sealed class ImportPlanTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Page = "/gestion/plan/importar";

    [Fact]
    public async Task Durangos_plan_typed_as_a_spreadsheet_equals_the_seeded_one()
    {
        using var browser = await AdministratorAsync(demo.Site, "morelos");
        var sheet = await File.ReadAllBytesAsync(Repository.PathOf("seeds", "demo", "durango-2015.csv"));

        var (status, location, body) = await UploadAsync(browser, sheet);
        var again = await UploadAsync(browser, sheet);

        Assert.True(status == HttpStatusCode.Redirect, body);
        Assert.StartsWith("/gestion/plan/", location, StringComparison.Ordinal);
        Assert.Contains("Ya hay un plan con esa dirección", again.Body, StringComparison.Ordinal);
        Assert.Equal(
            await TextAsync(await demo.Hub.FindAsync("durango"), "2015-2016"),
            await TextAsync(await demo.Hub.FindAsync("morelos"), location!["/gestion/plan/".Length..]));
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_nothing_is_written()
    {
        using var browser = await AdministratorAsync(demo.Site, "tabasco");
        var sheet = Encoding.UTF8.GetBytes("Plan;Inicio del plan;Fin del plan;Eje;Número;Compromiso;ODS;Actividad;Vence\nPlan único;2026-01-01;2026-12-31;Agua;1;Agua limpia;18;Muestrear;31/02/2026\n");
        var before = await CountAsync("tabasco");

        var (status, _, body) = await UploadAsync(browser, sheet);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("31/02/2026", body, StringComparison.Ordinal);
        Assert.Contains("ODS", body, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync("tabasco"));
    }

    private static async Task<Browser> AdministratorAsync(HubSite site, string slug)
    {
        var browser = site.Browser(slug);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync($"admin@{slug}.example", DemoHub.Password)).Status);
        return browser;
    }

    private static async Task<(HttpStatusCode Status, string? Location, string Body)> UploadAsync(Browser browser, byte[] sheet)
    {
        var (_, page) = await browser.OpenAsync(Page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(sheet), "Sheet", "plan.csv" },
        };
        using var answer = await browser.UploadAsync(Page, form);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<int> CountAsync(string slug) => await demo.Hub.AsAsync(
        await demo.Hub.FindAsync(slug), scope => scope.GetRequiredService<HubDbContext>().ActionPlans.CountAsync());

    // Everything that a sheet can tell, in one text.
    private Task<string> TextAsync(Tenant place, string slug) => demo.Hub.AsAsync(place, async scope =>
    {
        var plan = await scope.GetRequiredService<HubDbContext>().ActionPlans.AsNoTrackingWithIdentityResolution()
            .Include(p => p.Axes)
            .Include(p => p.Commitments).ThenInclude(c => c.Axis)
            .Include(p => p.Commitments).ThenInclude(c => c.Actors)
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Links)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities).ThenInclude(a => a.Action)
            .AsSplitQuery()
            .SingleAsync(p => p.Slug == slug);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{plan.Title}|{plan.Summary}|{plan.Note}|{plan.StartsOn}|{plan.EndsOn}|{plan.IsTranscription}|{plan.Source}");
        text.AppendJoin('\n', plan.Axes.OrderBy(a => a.Position).Select(a => a.Title)).AppendLine();

        foreach (var c in plan.Commitments.OrderBy(c => c.Number))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{c.Axis!.Title}|{c.Number}|{c.Slug}|{c.UniqueId}|{c.Text.Title}|{c.Text.ShortTitle}|{c.Text.IsProactive}|{c.Text.TableOfOrigin}|{c.Text.StartsOn}|{c.Text.EndsOn}|{c.Text.Problem}")
                .AppendLine(CultureInfo.InvariantCulture, $"{c.Text.Description}|{c.Text.Contribution}|{c.Text.ExpectedResult}|{c.Text.Assumptions}|{c.Text.Indicator}|{c.Text.DevelopmentPlanAxis}|{c.Text.Gender}|{c.Text.Budget}|{c.Text.LegalBasis}|{c.Text.Contact}|{c.Source}")
                .AppendJoin(',', c.Text.PolicyAreas).AppendJoin(',', c.Text.Sdgs).AppendLine()
                .AppendJoin('\n', c.Actors.Select(a => $"{a.Role}|{a.Sector}|{a.Organization}").Order()).AppendLine()
                .AppendJoin('\n', c.Values.Select(v => $"{v.Value}|{v.Reason}").Order()).AppendLine()
                .AppendJoin('\n', c.Links.Select(l => $"{l.Kind}|{l.Target}|{l.Label}").Order()).AppendLine()
                .AppendJoin('\n', c.Activities.OrderBy(a => a.Action?.Position).ThenBy(a => a.Position).Select(a =>
                    $"{a.Action?.Title}|{a.Action?.Weight}|{a.Description}|{a.GovernmentOwner}|{a.CivilSocietyOwner}|{a.StartsOn}|{a.DueOn}|{a.Deliverable}|{string.Join(',', a.MeansOfVerification)}|{a.Weight}"))
                .AppendLine();
        }

        return text.ToString();
    });
}
