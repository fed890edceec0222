using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Factors;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Integration.Tests.Accounts;

/// <summary>More than a password: whom it is demanded of, what proves it, and that nothing goes around it.</summary>
public sealed class SecondFactorTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private const string Factor = "/cuenta/segundo-factor";
    private const string App = "/cuenta/segundo-factor/aplicacion";
    private const string Step = "/cuenta/entrar/segundo-paso";

    private readonly HubSite site = new(hub, asksSecondFactor: true);
    private Tenant place = null!;

    private static string Email => GivenPeople.EmailOf(Role.Administrator);

    public async ValueTask InitializeAsync()
    {
        place = await hub.PlaceAsync($"durango-{Guid.NewGuid():N}");
        await hub.PersonAsync(place, Role.Administrator);
        await site.Services.GetRequiredService<HostMap>().LoadAsync(default);
    }

    [Fact]
    public async Task Who_administers_opens_nothing_before_a_factor_is_set_up_and_everything_after()
    {
        using var browser = site.Browser(place.Slug);

        Assert.Equal("/gestion", (await browser.SignInAsync(Email)).Location);
        Assert.Equal($"{Factor}?volver=%2Fgestion", (await browser.GetAsync("/gestion")).Headers.Location?.OriginalString);
        Assert.Equal($"{Factor}?volver=%2Fgestion%2Fpersonas", (await browser.GetAsync("/gestion/personas")).Headers.Location?.OriginalString);

        var (_, codes) = await SetUpAsync(browser);

        Assert.Equal(RecoveryCode.InASet, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion/personas")).Status);
    }

    [Fact]
    public async Task Who_only_takes_part_is_asked_for_none()
    {
        await hub.PersonAsync(place, Role.Evaluator);
        using var browser = site.Browser(place.Slug);
        await browser.SignInAsync(GivenPeople.EmailOf(Role.Evaluator));

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task A_code_comes_after_the_password_and_works_once()
    {
        var (secret, _) = await EnrolledAsync();
        using var browser = site.Browser(place.Slug);

        Assert.Equal(Step, (await browser.SignInAsync(Email)).Location);
        Assert.StartsWith("/cuenta/entrar?", (await browser.GetAsync("/gestion")).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.NotNull((await browser.SendAsync(Step, new() { ["Code"] = "000000" })).Page.QuerySelector("#code-error"));

        var code = CodeOf(secret);
        Assert.Equal("/gestion", (await browser.SendAsync(Step, new() { ["Code"] = code })).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/gestion/personas")).Status);

        using var thief = site.Browser(place.Slug);
        await thief.SignInAsync(Email);
        Assert.NotNull((await thief.SendAsync(Step, new() { ["Code"] = code })).Page.QuerySelector("#code-error"));
    }

    [Fact]
    public async Task A_recovery_code_comes_in_once()
    {
        var (_, codes) = await EnrolledAsync();
        using var first = site.Browser(place.Slug);
        using var second = site.Browser(place.Slug);
        await first.SignInAsync(Email);
        await second.SignInAsync(Email);

        Assert.Equal("/gestion", (await first.SendAsync(Step, new() { ["Code"] = codes[0].ToLowerInvariant() })).Location);
        Assert.NotNull((await second.SendAsync(Step, new() { ["Code"] = codes[0] })).Page.QuerySelector("#code-error"));
        Assert.Contains("9", (await first.OpenAsync(Factor)).Page.QuerySelector(".factors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_opens_for_nobody_who_proved_no_password_here()
    {
        await EnrolledAsync();
        var other = await hub.PlaceAsync($"morelos-{Guid.NewGuid():N}");
        await site.Services.GetRequiredService<HostMap>().LoadAsync(default);
        using var nobody = site.Browser(place.Slug);
        Assert.Equal("/cuenta/entrar", (await nobody.GetAsync(Step)).Headers.Location?.OriginalString);

        // The cookie of the first step, copied by hand to another place's host.
        using var browser = site.Browser(place.Slug);
        await browser.SignInAsync(Email);
        using var elsewhere = site.Browser(other.Slug);
        var step = browser.Cookies.GetCookies(browser.Home)["__Host-hub-step"]!;
        elsewhere.Cookies.Add(elsewhere.Home, new Cookie(step.Name, step.Value, "/") { Secure = true });
        Assert.Equal("/cuenta/entrar", (await elsewhere.GetAsync(Step)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account()
    {
        var (secret, _) = await EnrolledAsync();
        using var browser = site.Browser(place.Slug);
        await browser.SignInAsync(Email);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.SendAsync(Step, new() { ["Code"] = "000000" });
        }

        Assert.NotNull((await browser.SendAsync(Step, new() { ["Code"] = CodeOf(secret) })).Page.QuerySelector("#code-error"));
    }

    [Fact]
    public async Task Nobody_who_needs_a_factor_removes_their_last_one_and_whoever_lost_all_is_helped_by_the_operator()
    {
        using var browser = site.Browser(place.Slug);
        await browser.SignInAsync(Email);
        await SetUpAsync(browser);

        var refused = await browser.SendAsync(Factor, [], ".factors form[action*=Remove], .factors form[action*=remove]");
        Assert.Contains("añada otro", refused.Errors, StringComparison.Ordinal);

        await hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<ForgetFactors>().ExecuteAsync(Email, default)));
        Assert.StartsWith(Factor, (await browser.GetAsync("/gestion")).Headers.Location?.OriginalString, StringComparison.Ordinal);
        using var again = site.Browser(place.Slug);
        Assert.Equal("/gestion", (await again.SignInAsync(Email)).Location);
    }

    [Fact]
    public async Task The_database_holds_neither_the_secret_nor_the_codes()
    {
        var (secret, codes) = await EnrolledAsync();

        await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            var kept = await db.Authenticators.AsNoTracking().SingleAsync();
            Assert.NotEqual(Convert.ToBase64String(secret), kept.Secret);
            Assert.DoesNotContain(Base32.Write(secret), kept.Secret, StringComparison.Ordinal);
            Assert.DoesNotContain(await db.RecoveryCodes.Select(code => code.CodeHash).ToListAsync(), hash => codes.Contains(hash));

            // Nothing for anybody else, here or elsewhere.
            Assert.Null(scope.GetRequiredService<AuthenticatorSecret>().Read(Guid.CreateVersion7(), kept.Secret));
        });
    }

    [Fact]
    public async Task Coming_over_from_a_linked_account_goes_around_no_factor()
    {
        var other = await hub.PlaceAsync($"morelos-{Guid.NewGuid():N}");
        await hub.PersonAsync(other, Role.Evaluator);
        await site.Services.GetRequiredService<HostMap>().LoadAsync(default);
        await EnrolledAsync();
        await hub.AsAsync(place, scope => scope.GetRequiredService<ChangeAccountRules>().ExecuteAsync(true, default));

        foreach (var proved in new[] { false, true })
        {
            var pass = await PassAsync(other, proved);
            using var browser = site.Browser(place.Slug);
            var answer = await browser.SendAsync("/cuenta/llegada?pase=" + Uri.EscapeDataString(pass), []);

            Assert.Equal(proved ? "/gestion" : Step, answer.Location);
            Assert.Equal(proved ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await browser.OpenAsync("/gestion")).Status);
        }

        // Nor by a role that needs one where none was set up.
        await hub.AsAsync(place, scope => scope.GetRequiredService<ForgetFactors>().ExecuteAsync(Email, default));
        using var without = site.Browser(place.Slug);
        await without.SendAsync("/cuenta/llegada?pase=" + Uri.EscapeDataString(await PassAsync(other, proved: false)), []);
        Assert.StartsWith(Factor, (await without.GetAsync("/gestion")).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>Of an evaluator of the other place whose account and the administrator's here are linked.</summary>
    private async Task<string> PassAsync(Tenant other, bool proved)
    {
        var here = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Users.AsNoTracking().SingleAsync());
        var there = await hub.AsAsync(other, scope => scope.GetRequiredService<HubDbContext>().Users.AsNoTracking().SingleAsync());
        await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();

            if (!await db.LinkedAccounts.AnyAsync())
            {
                db.LinkedAccounts.Add(new LinkedAccount { UserId = here.Id, OtherPlaceId = other.Id, OtherUserId = there.Id, LinkedAt = hub.Clock.Now });
                await db.SaveChangesAsync();
            }
        });

        // By the site's own services: its keys are those that the site reads with.
        return await site.Services.GetRequiredService<TenantScopes>().RunAsync(
            other, scope => Task.FromResult(scope.GetRequiredService<Passes>().Write(PassKind.Hop, there, place.Id, here.Id, proved)));
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> EnrolledAsync()
    {
        using var browser = site.Browser(place.Slug);
        await browser.SignInAsync(Email);
        var found = await SetUpAsync(browser);
        hub.Clock.Now += TimeSpan.FromMinutes(1);
        return found;
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(Browser browser)
    {
        var (_, page) = await browser.OpenAsync(App);
        Assert.NotNull(page.QuerySelector("svg.qr-code path"));
        var secret = FromBase32(page.QuerySelector("code.secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var fields = Browser.FieldsOf(page.QuerySelector("main form[method=post]")!);
        fields["Code"] = CodeOf(secret);
        var answer = await browser.PostAsync(App, fields);
        return (secret, [.. answer.Page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    private string CodeOf(byte[] secret) => OneTimeCode.At(secret, OneTimeCode.StepOf(hub.Clock.Now));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
