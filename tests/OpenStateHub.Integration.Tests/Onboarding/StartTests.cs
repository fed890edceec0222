using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Onboarding;

/// <summary>The guide is the administrator's home until the place has begun, and says what comes next after each step.</summary>
public sealed class StartTests(ServedHub served) : InAPlace(served)
{
    private const string Guide = "/gestion/inicio";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await hub.AsAsync(durango, scope => scope.GetRequiredService<TakeStepUp>().ExecuteAsync(null, default));
    }

    [Fact]
    public async Task Home_is_the_guide_until_it_is_put_aside()
    {
        using var admin = await AdministratorAsync();

        Assert.Equal(Guide, (await admin.GetAsync("/gestion")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await admin.OpenAsync("/gestion?ver=pendientes")).Status);
        var aside = await admin.SendAsync(Guide, [], ".start-end form");
        Assert.Equal("/gestion", aside.Location);
        Assert.Equal(HttpStatusCode.OK, (await admin.OpenAsync("/gestion")).Status);
        await admin.SendAsync(Guide, [], ".start-end form");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.OpenAsync("/gestion")).Status);
    }

    [Fact]
    public async Task A_step_is_done_by_its_fact_and_leads_to_the_next()
    {
        using var admin = await AdministratorAsync();
        Assert.Equal(9, (await admin.OpenAsync(Guide)).Page.QuerySelectorAll(".start-step").Length);

        // The first is left for later, so the brand is what is proposed.
        await admin.SendAsync(Guide, [], ".start-step-next form");
        var home = (await admin.OpenAsync(Guide)).Page;
        Assert.Equal("Color y logotipo", home.QuerySelector(".start-step-next h2")!.TextContent);
        Assert.Single(home.QuerySelectorAll(".start-step-skipped"));

        var page = home.QuerySelector(".start-step-next .button-main")!.GetAttribute("href")!;
        Assert.Contains("paso 2 de 9", (await admin.OpenAsync(page)).Page.QuerySelector(".start-strip")!.TextContent, StringComparison.Ordinal);
        var saved = await admin.SendAsync(page, new() { ["Accent"] = "#1E5B4F" });
        Assert.EndsWith("inicio=Brand", saved.Location, StringComparison.Ordinal);
        var strip = (await admin.OpenAsync(saved.Location!)).Page.QuerySelector(".start-strip")!;
        Assert.Contains("Hecho: Color y logotipo. Sigue: Palabras y contacto.", string.Join(' ', strip.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("/gestion/ajustes/palabras?inicio=Words", strip.QuerySelector(".button-main")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_municipality_has_fewer_steps_and_nobody_else_has_the_guide()
    {
        var slug = $"{durango.Slug}-mun";
        await hub.AsAsync(await hub.NationalAsync(), async scope => Assert.Null(await scope.GetRequiredService<AddTenant>().ExecuteAsync(
            new(slug, "Lerdo", TenantKind.Municipality, null, durango.Slug), default)));
        await hub.LearnPlacesAsync();
        var place = await hub.FindAsync(slug);
        await hub.PersonAsync(place, Role.Administrator);
        await hub.PersonAsync(place, Role.Evaluator);

        using var admin = await site.SignedInAsync(slug, Role.Administrator);
        using var evaluator = await site.SignedInAsync(slug, Role.Evaluator);

        Assert.Equal(5, (await admin.OpenAsync(Guide)).Page.QuerySelectorAll(".start-step").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync(Guide)).Status);
        Assert.Equal(HttpStatusCode.OK, (await evaluator.OpenAsync("/gestion")).Status);
    }
}
