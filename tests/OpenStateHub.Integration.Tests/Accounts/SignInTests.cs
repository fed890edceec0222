using System.Net;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>The door: who comes in, where, and how often one may try.</summary>
public sealed class SignInTests(ServedHub hub) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private static readonly string Email = GivenPeople.EmailOf(Role.Administrator);

    private readonly HubSite site = hub.Site;
    private Tenant durango = null!;

    public async ValueTask InitializeAsync()
    {
        durango = await hub.PlaceAsync($"durango-{Guid.NewGuid():N}");
        await hub.PersonAsync(durango, Role.Administrator);
    }

    [Fact]
    public async Task Who_signs_in_comes_to_the_back_office()
    {
        using var browser = site.Browser(durango.Slug);

        Assert.Equal((HttpStatusCode.Redirect, "/gestion"), Outcome(await browser.SignInAsync(Email)));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion")).Status);
    }

    [Theory]
    [InlineData("/gestion/personas", "/gestion/personas")]
    [InlineData("https://elsewhere.example/", "/gestion")]
    [InlineData("//elsewhere.example/", "/gestion")]
    [InlineData("/\\elsewhere.example/", "/gestion")]
    public async Task Leads_back_only_within_the_site(string back, string led)
    {
        using var browser = site.Browser(durango.Slug);

        Assert.Equal((HttpStatusCode.Redirect, led), Outcome(await browser.SignInAsync(Email, path: $"/cuenta/entrar?volver={Uri.EscapeDataString(back)}")));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same_and_keep_what_was_typed()
    {
        using var browser = site.Browser(durango.Slug);

        var wrong = await browser.SignInAsync(Email, "otra frase que no es");
        var unknown = await browser.SignInAsync("nadie@ejemplo.mx");

        Assert.NotEmpty(wrong.Errors);
        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Equal(Email, wrong.Page.QuerySelector("#email")?.GetAttribute("value"));
        Assert.Null(wrong.Page.QuerySelector("#password")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_in_a_summary_in_the_readers_language()
    {
        using var browser = site.Browser(durango.Slug);

        var spanish = await browser.SignInAsync("", "");
        var english = await browser.SignInAsync("", "", "/cuenta/entrar?lang=en");

        Assert.Contains("Escriba el correo electrónico.", spanish.Page.QuerySelector("#email-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("#email", spanish.Page.QuerySelector(".form-errors a")?.GetAttribute("href"));
        Assert.Contains("Enter the email address.", english.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_a_reset_opens_it()
    {
        using var browser = site.Browser(durango.Slug);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SignInAsync(Email, "otra frase que no es");
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(Email)).Status);

        var (person, token) = await hub.ResetAsync(durango, Email);
        await browser.SendAsync(AccountPaths.Reset(person, token), new() { ["Password"] = "otra frase que ya es la mía" });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(Email, "otra frase que ya es la mía")).Status);
    }

    [Fact]
    public async Task Machines_are_stopped_per_host()
    {
        await using var ownSite = new HubSite(hub);
        using var browser = ownSite.Browser(durango.Slug);
        using var national = ownSite.Browser(null);
        var statuses = new List<HttpStatusCode>();

        for (var attempt = 0; attempt <= SignInLimit.PerMinute; attempt++)
        {
            statuses.Add((await browser.PostAsync("/cuenta/olvide", [])).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.SkipLast(1));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/cuenta/entrar")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await national.PostAsync("/cuenta/olvide", [])).Status);
    }

    [Theory]
    [InlineData("/cuenta/entrar")]
    [InlineData("/cuenta/olvide")]
    [InlineData("/cuenta/restablecer")]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        using var browser = site.Browser(durango.Slug);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync(path, new() { ["Email"] = Email, ["Password"] = GivenPeople.Password })).Status);
    }

    [Fact]
    public async Task Signing_out_needs_its_form_and_ends_the_session()
    {
        using var browser = site.Browser(durango.Slug);
        await browser.SignInAsync(Email);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/cuenta/salir", [])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/gestion", [], ".masthead-out")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task The_cookies_belong_to_their_host_alone()
    {
        using var browser = site.Browser(durango.Slug);
        await browser.SignInAsync(Email);
        var cookies = browser.Cookies.GetCookies(browser.Home);

        Assert.Equal(["__Host-hub", "__Host-hub-form"], cookies.Select(cookie => cookie.Name).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" } && cookie.Domain == browser.Home.Host));
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_not_this_one()
    {
        using var here = site.Browser(durango.Slug);
        using var elsewhere = site.Browser(durango.Slug);
        await here.SignInAsync(Email);
        await elsewhere.SignInAsync(Email);

        var wrong = await here.SendAsync("/cuenta", new() { ["Current"] = "no es esta frase", ["Password"] = "una frase todavía mejor" });
        var right = await here.SendAsync("/cuenta", new() { ["Current"] = GivenPeople.Password, ["Password"] = "una frase todavía mejor" });

        Assert.NotNull(wrong.Page.QuerySelector("#current-error"));
        Assert.Equal(HttpStatusCode.Redirect, right.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.OpenAsync("/cuenta")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.OpenAsync("/cuenta")).Status);
    }

    private static (HttpStatusCode Status, string? Location) Outcome(Browser.Answer answer) => (answer.Status, answer.Location);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
