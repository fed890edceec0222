using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Cutoffs;

public sealed class CutoffCommandsTests : IClassFixture<TestHub>
{
    private readonly TestHub hub;

    public CutoffCommandsTests(TestHub hub)
    {
        this.hub = hub;
        hub.SetClock(new(2026, 6, 15), 12);
    }

    private static readonly DateOnly Day = new(2026, 7, 10);
    private static readonly Obstacle Late = new(ObstacleCause.Budget, "No llegó el recurso.", "Se pidió una ampliación.");

    [Fact]
    public async Task Editing_a_frozen_snapshot_is_refused_and_a_rectification_offered()
    {
        var (place, _) = await hub.RunningAsync("durango");
        var cutoff = await FrozenAsync(place);

        Assert.Equal(CutoffRefusals.Frozen, await MoveAsync(place, cutoff, Day.AddDays(30)));
        Assert.Equal(CutoffRefusals.Frozen, await hub.AsAsync(place, scope => scope.GetRequiredService<CancelCutoff>().ExecuteAsync(cutoff, "No", 0, default)));
        await RefusesAsync(place, "update accountability_reports set reported = 100", PostgresErrorCodes.InsufficientPrivilege);
        await RefusesAsync(place, "delete from accountability_reports", PostgresErrorCodes.InsufficientPrivilege);
        await RefusesAsync(place, "update rectifications set reads = ''", PostgresErrorCodes.InsufficientPrivilege);
        await RefusesAsync(place, "update cutoffs set falls_on = falls_on + 1", PostgresErrorCodes.RestrictViolation);

        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<RectifyReport>().ExecuteAsync(
            new() { CutoffId = cutoff, Concerns = "Actividad 1", Reads = "0 %", ShouldRead = "20 %", Reason = "El oficio llegó tarde." }, default)));
        var found = await FindAsync(place);
        Assert.Equal("20 %", Assert.Single(found.Rectifications).ShouldRead);
        Assert.Equal(CanonicalText.Sha256Of(found.Report.Content), found.Report.Sha256);
        Assert.Empty((await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(anchor: null, default))).Faults);
    }

    [Fact]
    public async Task Freezes_what_stood_at_the_end_of_the_day_whatever_is_reported_afterwards()
    {
        var (place, activities) = await hub.RunningAsync("morelos", activities: 2);
        await ReportAsync(place, activities[0], Day, percent: 40);
        await FrozenAsync(place);
        await ReportAsync(place, activities[0], Day.AddDays(1), percent: 90);

        var snapshot = (await FindAsync(place)).Snapshot;

        Assert.Equal((20m, 0m, 1, 1), (snapshot.Reported, snapshot.Verified, snapshot.Counted, snapshot.Total));
        Assert.Equal((2, 1), (snapshot.LateActivities, snapshot.LateUnexplained));
        Assert.Equal([40, 0], snapshot.Commitments[0].Activities.OrderByDescending(a => a.Reported).Select(a => a.Reported));
        Assert.Equal(
            new CutoffSnapshot.ObstacleLine(Late.Cause, Late.Text, Late.Measure), snapshot.Commitments[0].Activities.Single(a => a.Reported == 40).Obstacle);
    }

    [Theory]
    [InlineData("America/Tijuana", 6, 59)]
    [InlineData("America/Cancun", 4, 59)]
    public async Task Freezes_at_the_midnight_of_the_places_own_zone(string zone, int utcHour, int utcMinute)
    {
        var slug = zone[8..].ToLowerInvariant();
        var (place, _) = await hub.RunningAsync(slug);
        await hub.AsAsync(await hub.NationalAsync(), scope => scope.GetRequiredService<HubDbContext>().Tenants
            .Where(t => t.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(t => t.TimeZone, zone)));
        place = await hub.FindAsync(slug);
        await hub.CutoffAsync(place, Day);

        // One minute before its midnight, when it is the next day already farther east.
        hub.Clock.Now = new DateTimeOffset(Day.AddDays(1).ToDateTime(new TimeOnly(utcHour, utcMinute)), TimeSpan.Zero);
        var next = await hub.KeepAsync(place);
        Assert.False(await IsFrozenAsync(place));
        Assert.Equal(hub.Clock.Now.AddMinutes(1), next);

        hub.Clock.Now = next!.Value;
        await hub.KeepAsync(place);
        Assert.True(await IsFrozenAsync(place));
    }

    [Fact]
    public async Task Two_workers_at_once_freeze_it_once()
    {
        var (place, _) = await hub.RunningAsync("oaxaca");
        await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(1), 9);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.KeepAsync(place)));

        Assert.Equal(1, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.CountAsync(e => e.Act == CutoffActs.Frozen)));
    }

    [Fact]
    public async Task A_day_has_one_cut_off_of_a_plan_until_it_is_cancelled()
    {
        var (place, _) = await hub.RunningAsync("veracruz");
        var first = await hub.CutoffAsync(place, Day);
        var again = new SetCutoff.Input { PlanId = await hub.PlanAsync(place), On = Day };

        Assert.Equal(CutoffRefusals.DayTaken, await hub.AsAsync(place, scope => scope.GetRequiredService<SetCutoff>().ExecuteAsync(again, default)));
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<CancelCutoff>().ExecuteAsync(first, "Se pospone.", 0, default)));
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<SetCutoff>().ExecuteAsync(again, default)));
    }

    private async Task<Guid> FrozenAsync(Tenant place)
    {
        var cutoff = await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(1), 0, 1);
        await hub.KeepAsync(place);
        return cutoff;
    }

    private Task<Refusal?> MoveAsync(Tenant place, Guid cutoff, DateOnly to) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<MoveCutoff>().ExecuteAsync(cutoff, to, seen: 0, default));

    private async Task<FindAccountabilityReport.Found> FindAsync(Tenant place) =>
        (await hub.AsAsync(place, scope => scope.GetRequiredService<FindAccountabilityReport>().ExecuteAsync("2026", Day, default)))!;

    private Task<bool> IsFrozenAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().AccountabilityReports.AnyAsync());

    private async Task ReportAsync(Tenant place, AddActivity.Input activity, DateOnly on, int percent)
    {
        hub.SetClock(on, 12);
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<ReportProgress>().ExecuteAsync(
            GivenPlans.Complete(activity) with { On = on, Status = ActivityStatus.InProgress, Percent = percent, DoneOn = null, Evidence = [], Obstacle = Late }, default)));
    }

    private async Task RefusesAsync(Tenant place, string sql, string state)
    {
        await using var connection = await hub.OpenAsync(place.Id);
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }
}
