using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>Who belongs to a programme is edited in the national office, and figures follow.</summary>
public sealed class ProgrammePagesTests(ServedHub served) : InAPlace(served)
{
    private const string List = "/gestion/programas";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<RecordProgrammes>().ExecuteAsync(
            [new Programme { Code = "red", TitleEs = "Red de prueba", TitleEn = "Test network", IsLocalExercise = true }], [], default));
    }

    [Fact]
    public async Task A_member_is_noted_ended_and_struck_out_and_the_figures_are_asked_for_anew()
    {
        using var monitor = await hub.InTheNationAsync(Role.NationalMonitor);

        Assert.Equal($"{List}?programa=red&hecho=guardado", (await monitor.SendAsync($"{List}/agregar?programa=red", New())).Location);
        Assert.Contains("Acuerdo de 2015", (await monitor.OpenAsync($"{List}?programa=red")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Red de prueba", (await site.ReadAsync(null, $"/entidades/{durango.Slug}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await IsAskedForAsync());

        var page = $"{List}/cambiar?programa=red&entidad={durango.Slug}&desde=2015-08-25";
        Assert.NotNull((await monitor.SendAsync(page, new() { ["UntilOn"] = "2014-01-01" })).Page.QuerySelector("#untilon-error"));
        Assert.Equal(HttpStatusCode.Redirect, (await monitor.SendAsync(page, new() { ["UntilOn"] = "2017-12-31" })).Status);
        Assert.Equal(new DateOnly(2017, 12, 31), Assert.Single(await MembersAsync()).UntilOn);

        Assert.Equal(HttpStatusCode.Redirect, (await monitor.SendAsync(page, [], "form[action*=StrikeOut]")).Status);
        Assert.Empty(await MembersAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await monitor.OpenAsync(page)).Status);
    }

    [Fact]
    public async Task Each_error_stands_beside_its_field_and_no_day_is_counted_twice()
    {
        using var monitor = await hub.InTheNationAsync(Role.NationalMonitor);
        var add = $"{List}/agregar?programa=red";

        foreach (var (field, text) in new[] { ("Place", "no-existe"), ("Place", "inai"), ("FromOn", ""), ("FromOn", "ayer"), ("Source", " "), ("UntilOn", "2015-01-01") })
        {
            var answer = await monitor.SendAsync(add, new(New()) { [field] = text });
            Assert.True(answer.Page.QuerySelector($"#{field.ToLowerInvariant()}-error") is not null, $"{field} {text}");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await monitor.SendAsync(add, New())).Status);
        Assert.NotNull((await monitor.SendAsync(add, new(New()) { ["FromOn"] = "2016-01-01" })).Page.QuerySelector("#fromon-error"));
        Assert.NotNull((await monitor.SendAsync(add, New())).Page.QuerySelector("#fromon-error"));
    }

    [Fact]
    public async Task Only_who_invites_places_edits_their_programmes()
    {
        using var evaluator = await hub.InTheNationAsync(Role.Evaluator);
        using var administrator = await AdministratorAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.OpenAsync($"{List}/agregar?programa=red")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync(List)).Status);
    }

    private Dictionary<string, string> New() => new() { ["Place"] = durango.Slug, ["FromOn"] = "2015-08-25", ["Source"] = "Acuerdo de 2015" };

    private async Task<List<ProgrammeMembership>> MembersAsync() => await hub.AsAsync(await hub.NationalAsync(), scope =>
        scope.GetRequiredService<HubDbContext>().ProgrammeMemberships.AsNoTracking().Where(m => m.TenantId == durango.Id).ToListAsync());

    private async Task<bool> IsAskedForAsync() => await hub.AsAsync(await hub.NationalAsync(), async scope =>
        await scope.GetRequiredService<HubDbContext>().WorkDue.AnyAsync(work => work.TenantId == durango.Id && work.Kind == WorkKind.Metrics)
        || await scope.GetRequiredService<HubDbContext>().MetricTotals.AnyAsync());
}
