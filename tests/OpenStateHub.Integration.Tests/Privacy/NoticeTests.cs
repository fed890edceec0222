using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Settings;

namespace OpenStateHub.Integration.Tests.Privacy;

/// <summary>Each place adopts its own notice, version after version; what people accepted stays readable.</summary>
public sealed class NoticeTests(ServedHub served) : InAPlace(served)
{
    private const string Office = "/gestion/ajustes/aviso-de-privacidad";
    private const string Public = "/aviso-de-privacidad";

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_a_preview_adopts_nothing()
    {
        using var admin = await AdministratorAsync();

        var refused = await admin.SendAsync(Office, Whole(""));
        Assert.Contains("Falta «Institución responsable»", refused.Page.QuerySelector("#form-responsible-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("unidad@ejemplo.mx", refused.Page.QuerySelector("#form-arcoemail")!.GetAttribute("value"));

        var fields = Whole("Instituto de Durango");
        fields["Preview"] = "true";
        Assert.Contains("Instituto de Durango", (await admin.SendAsync(Office, fields)).Page.QuerySelector(".notice-shown")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Instituto de Durango", (await site.ReadAsync(durango.Slug, Public)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_follows_the_other_and_each_acceptance_names_its_own()
    {
        using var admin = await AdministratorAsync();
        await FollowAsync("antes@ejemplo.mx");

        Assert.Contains("hecho=guardado", (await admin.SendAsync(Office, Whole("Instituto de Durango"))).Location, StringComparison.Ordinal);
        await site.WithinASecondAsync(durango.Slug, Public, page => page.Body!.TextContent.Contains("Instituto de Durango", StringComparison.Ordinal));
        Assert.Contains("Para avisarle.", (await site.ReadAsync(durango.Slug, "/seguir")).QuerySelector(".short-notice")!.TextContent, StringComparison.Ordinal);
        await FollowAsync("con-la-primera@ejemplo.mx");
        Assert.Contains("Dice lo mismo", (await admin.SendAsync(Office, [])).Errors, StringComparison.Ordinal);
        Assert.NotNull((await admin.SendAsync(Office, Whole("Instituto nuevo"))).Location);
        await FollowAsync("con-la-segunda@ejemplo.mx");

        var now = await site.WithinASecondAsync(durango.Slug, Public, page => page.Body!.TextContent.Contains("Instituto nuevo", StringComparison.Ordinal));
        Assert.Equal(2, now.QuerySelectorAll("a[href*='version=']").Length);
        Assert.Contains("Instituto de Durango", (await site.ReadAsync(durango.Slug, Public + "?version=1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Public + "?version=9")).StatusCode);
        Assert.Equal([(PrivacyNotice.Version, false), (1, true), (2, true)], await hub.AsAsync(durango, async scope => (await scope.GetRequiredService<HubDbContext>().NoticeAcceptances
            .Where(one => one.Purpose == NoticePurpose.Following).OrderBy(one => one.Id).Select(one => new { one.Version, IsOwn = one.NoticeId != null }).ToListAsync()).ConvertAll(one => (one.Version, one.IsOwn))));
    }

    [Fact]
    public async Task Whoever_wrote_on_an_older_version_is_told()
    {
        using var admin = await AdministratorAsync();
        var form = Browser.FieldsOf((await admin.OpenAsync(Office)).Page.QuerySelector("main form")!);
        await admin.SendAsync(Office, Whole("Instituto de Durango"));

        foreach (var (name, value) in Whole("Otro instituto"))
        {
            form[name] = value;
        }

        Assert.Contains("Alguien adoptó otra versión", (await admin.PostAsync(Office, form)).Errors, StringComparison.Ordinal);
    }

    private async Task FollowAsync(string address)
    {
        using var citizen = site.Browser(durango.Slug);
        Assert.Empty((await citizen.SendAsync("/seguir", new() { ["Address"] = address, ["Accepts"] = "true" })).Errors);
    }

    private static Dictionary<string, string> Whole(string responsible) => new()
    {
        ["Form.Responsible"] = responsible,
        ["Form.Address"] = "Calle 5 de Febrero 800",
        ["Form.ArcoEmail"] = "unidad@ejemplo.mx",
        ["Form.ShortText"] = "Para avisarle.",
    };
}
