using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>From the facts of the places to the national series, however late and in whatever order the facts arrive.</summary>
public sealed class NationalSeriesTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Spring = new(2015, 4, 10);
    private static readonly DateOnly Autumn = new(2015, 10, 15);
    private readonly TestHub hub = new(server);

    public ValueTask InitializeAsync() => hub.InitializeAsync();

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_fact_entered_late_corrects_the_series_from_its_own_day_on()
    {
        var (durango, jalisco) = (await hub.PlaceAsync("durango"), await hub.PlaceAsync("jalisco"));
        await InstallAsync(jalisco, Autumn);
        await FoldAsync(durango, jalisco);
        var before = await ValueAsync("secretariats.installed", Autumn);

        await InstallAsync(durango, Spring);
        await FoldAsync(durango);

        Assert.Equal(1, before);
        Assert.Null(await ValueAsync("secretariats.installed", Spring.AddDays(-1)));
        Assert.Equal(1, await ValueAsync("secretariats.installed", Spring));
        Assert.Equal(2, await ValueAsync("secretariats.installed", Autumn));
    }

    [Fact]
    public async Task A_place_that_leaves_stops_having_the_figure()
    {
        var (durango, jalisco) = (await hub.PlaceAsync("durango"), await hub.PlaceAsync("jalisco"));
        await JoinAsync(Spring, null, durango, jalisco);
        await FoldAsync(durango, jalisco);
        var before = await TotalAsync("exercises.running", Autumn);

        await JoinAsync(Spring, Autumn.AddDays(-1), jalisco);
        await FoldAsync(jalisco);

        Assert.Equal((2m, 2, 2), before);
        Assert.Equal((2m, 2, 2), await TotalAsync("exercises.running", Autumn.AddDays(-1)));
        Assert.Equal((1m, 1, 1), await TotalAsync("exercises.running", Autumn));
    }

    [Fact]
    public async Task Coverage_is_counted_against_the_members_on_the_day()
    {
        var (durango, jalisco) = (await hub.PlaceAsync("durango"), await hub.PlaceAsync("jalisco"));
        await InstallAsync(durango, Spring);
        await JoinAsync(Spring, null, durango);
        await JoinAsync(Autumn, null, jalisco);
        await FoldAsync(durango, jalisco);

        Assert.Equal((1m, 1, 1), await TotalAsync("secretariats.installed", Autumn.AddDays(-1)));
        Assert.Equal((1m, 1, 2), await TotalAsync("secretariats.installed", Autumn));
    }

    [Fact]
    public async Task Proactive_commitments_stand_on_a_line_of_their_own()
    {
        var morelos = await hub.PlaceAsync("morelos");
        await PublishAsync(morelos, Autumn, commitments: 6, proactive: 2);
        await FoldAsync(morelos);

        Assert.Equal(1, await ValueAsync("plans.published", Autumn));
        Assert.Equal(6, await ValueAsync("commitments.total", Autumn));
        Assert.Equal(2, await ValueAsync("commitments.proactive", Autumn));
        Assert.Null(await ValueAsync("progress.reported", Autumn));
    }

    [Fact]
    public async Task Folding_what_changed_gives_what_folding_everything_gives()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var places = new List<Tenant>();

        for (var number = 1; number <= 5; number++)
        {
            places.Add(await hub.PlaceAsync($"place-{number}"));
        }

        for (var step = 0; step < 30; step++)
        {
            var place = places[random.Next(places.Count)];
            await ChangeAsync(place, random, step);
            await FoldAsync(place);
        }

        var incremental = await SeriesAsync();
        Assert.NotEmpty(incremental);
        await hub.AsAsync(await hub.NationalAsync(), async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();

            foreach (var metric in MetricRegistry.All)
            {
                await db.Database.ExecuteSqlAsync($"insert into metric_changes (code, from_on) values ({metric.Code}, '2000-01-01')");
            }
        });
        await FoldAsync();

        Assert.Equal(await SeriesAsync(), incremental);
    }

    private Task ChangeAsync(Tenant place, Random random, int step)
    {
        var day = new DateOnly(2015, 1, 1).AddDays(random.Next(2000));
        return random.Next(4) switch
        {
            0 => InstallAsync(place, day),
            1 => PublishAsync(place, day, random.Next(1, 5), random.Next(3), $"plan-{step}"),
            2 => JoinAsync(day, null, place),
            _ => JoinAsync(day, day.AddDays(random.Next(600)), place),
        };
    }

    private Task InstallAsync(Tenant place, DateOnly on) => hub.AsAsync(place, async scope =>
        Assert.Null(await scope.GetRequiredService<RecordInstallationStep>().ExecuteAsync(
            new() { Kind = InstallationStepKind.Installation, Title = "Instalación", OccurredOn = on }, CancellationToken.None)));

    private Task PublishAsync(Tenant place, DateOnly on, int commitments, int proactive, string slug = "plan") => hub.AsAsync(place, async scope =>
    {
        var ct = CancellationToken.None;
        var (plan, axis) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(
            new() { Id = plan, Slug = slug, Title = slug, IsTranscription = true, EndsOn = new DateOnly(2022, 12, 31), Source = "registro" }, ct));
        Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(new() { Id = axis, PlanId = plan, Title = "Eje" }, ct));

        for (var number = 1; number <= commitments + proactive; number++)
        {
            Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(
                new() { PlanId = plan, AxisId = axis, Number = number, Text = new() { Title = $"{slug} {number}", IsProactive = number > commitments } }, ct));
        }

        Assert.Null(await scope.GetRequiredService<PublishPlan>().ExecuteAsync(plan, on, ct));
    });

    private async Task JoinAsync(DateOnly from, DateOnly? until, params Tenant[] places) => await hub.AsAsync(await hub.NationalAsync(), scope =>
        scope.GetRequiredService<RecordProgrammes>().ExecuteAsync(
            [new Programme { Code = "local", TitleEs = "Ejercicios locales", TitleEn = "Local exercises", IsLocalExercise = true }],
            [.. places.Select(place => new RecordProgrammes.Member("local", place.Id, from, FromIsBound: false, until, "registro"))],
            CancellationToken.None));

    private async Task FoldAsync(params Tenant[] places)
    {
        foreach (var place in places)
        {
            await hub.AsAsync(place, scope => scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(CancellationToken.None));
        }

        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<FoldTotals>().ExecuteAsync(CancellationToken.None));
    }

    private async Task<decimal?> ValueAsync(string code, DateOnly day) => (await TotalAsync(code, day)).Value;

    private async Task<(decimal? Value, int Reporting, int Total)> TotalAsync(string code, DateOnly day) =>
        await hub.AsAsync(await hub.NationalAsync(), async scope =>
        {
            var figures = await scope.GetRequiredService<FindMetrics>().ComputedAsync(day, CancellationToken.None);
            var figure = figures.Single(f => f.Metric.Code == code);
            return (figure.Value, figure.Reporting, figure.Total);
        });

    /// <summary>The days on which a figure or its coverage really changed.</summary>
    private async Task<List<string>> SeriesAsync() => await hub.AsAsync(await hub.NationalAsync(), async scope =>
    {
        var totals = await scope.GetRequiredService<HubDbContext>().MetricTotals.AsNoTracking().OrderBy(t => t.Code).ThenBy(t => t.AsOf).ToListAsync();
        var changes = new List<string>();
        var last = ("", (decimal?)null, 0, 0);

        foreach (var total in totals)
        {
            var now = (total.Code, total.Value, total.Reporting, total.Total);

            if (now != last)
            {
                changes.Add($"{total.Code} {total.AsOf:O} {total.Value:0.####} {total.Reporting}/{total.Total}");
                last = now;
            }
        }

        return changes;
    });
}
