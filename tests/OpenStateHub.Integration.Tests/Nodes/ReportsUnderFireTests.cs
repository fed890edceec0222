using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Integration.Tests.Fixtures;
using OpenStateHub.Integration.Tests.Tracking.Cutoffs;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>Two nodes, one of them killed again and again while people report and confirm: nothing acknowledged is lost or doubled, reminders neither.</summary>
[WaitsForProcesses]
public sealed class ReportsUnderFireTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private const int Owners = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly int Rounds = Stress.Rounds(full: 28);

    private readonly Random random = new(Stress.Seed);
    private Tenant place = null!;
    private IReadOnlyList<AddActivity.Input> activities = [];
    private Cluster cluster = null!;
    private ReportingLoad load = null!;

    public async ValueTask InitializeAsync()
    {
        TestContext.Current.SendDiagnosticMessage($"HUB_TEST_SEED={Stress.Seed}");
        hub.Clock.Now = TimeProvider.System.GetUtcNow();
        place = await DaytimeAsync();
        activities = await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities: Stress.IsOn ? 400 : 40, place.Today(hub.Clock)));
        await hub.SeatedAsync(place);

        for (var owner = 0; owner < Owners; owner++)
        {
            await hub.OwnerAsync(place, activities[0].CommitmentId, EmailOf(owner));
        }

        cluster = await Cluster.StartAsync(hub);
        load = new ReportingLoad(cluster.Front, place.Slug, EmailOf(0), [.. activities.SkipLast(1).Select(a => a.Id)]);
        await load.StartAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_each_owner_is_reminded_once()
    {
        var today = place.Today(hub.Clock);

        for (var round = 0; round < Rounds; round++)
        {
            // A day of its own each round, so that a node has letters to write while it is killed.
            await hub.CutoffAsync(place, today.AddDays(2 + round));
            await PauseAsync(1500);
            var victim = random.Next(2);
            await cluster.Nodes[victim].KillAsync();
            await PauseAsync(500);
            await cluster.StartAgainAsync(victim);
        }

        await PauseAsync(2000);
        await load.StopAsync();
        await LetLeasesEndAsync();
        await Eventually.IsAsync(Patience, async () => (await RemindersAsync()).Count == Expected(), () => $"Not all reminders were written: {load.Counts}");
        await Task.WhenAll(cluster.Nodes.Select(node => node.StopAsync()));

        Assert.True(load.Answered("500") == 0, load.Counts);
        await hub.AsAsync(place, IsWholeAsync);
        TestContext.Current.SendDiagnosticMessage(
            $"{Rounds} nodes killed. Acknowledged and there once: {Sum(load.Reports.Values)} reports, {Sum(load.Answers.Values)} answers; {(await RemindersAsync()).Count} reminders, none twice. {load.Counts}");
    }

    private async Task IsWholeAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var reports = await db.ProgressReports.AsNoTracking().Include(r => r.Evidence).ToListAsync();
        var answers = (await db.SeatAnswers.Join(db.Seats, a => a.SeatId, s => s.Id, (a, s) => new { a.ReportId, s.Sector }).ToListAsync()).ConvertAll(a => (a.ReportId, a.Sector));
        var settled = await db.Confirmations.AsNoTracking().ToListAsync();
        var ledger = await db.LedgerEntries.AsNoTracking().ToListAsync();

        IsOnce(load.Reports, [.. reports.Select(r => r.ActivityId)]);
        IsOnce(load.Answers, answers);
        Assert.NotEmpty(answers);
        Assert.All(reports, report => Assert.Single(report.Evidence));

        // Each answer of the only seat is its sector's, and what three confirmed is verified.
        Assert.Equal(answers.Order(), settled.Select(c => (c.ReportId, c.Sector)).Order());
        Assert.Equal(
            reports.Where(r => settled.Count(c => c.ReportId == r.Id) == 3).Select(r => r.ActivityId).Order(),
            (await db.Activities.Where(a => a.Status == ActivityStatus.Verified).Select(a => a.Id).ToListAsync()).Order());
        Assert.Equal(reports.Count, ledger.Count(entry => entry.Act == TrackingActs.Reported));
        Assert.Empty((await scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default)).Faults);

        var letters = await db.MailQueue.Where(mail => mail.Recipient.StartsWith("responsable")).Select(mail => mail.Recipient + mail.Subject).ToListAsync();
        Assert.Equal(letters.Count, letters.Distinct().Count());
        Assert.Equal(Expected(), letters.Count(letter => letter.Contains("corte", StringComparison.Ordinal)));
    }

    private int Expected() => Rounds * Owners;

    private Task<List<CutoffReminder>> RemindersAsync() => hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().CutoffReminders.AsNoTracking().ToListAsync());

    /// <summary>As two minutes would: what a killed node had taken is anybody's again.</summary>
    private async Task LetLeasesEndAsync()
    {
        await using var connection = await hub.OpenAsync(null);
        await using var command = connection.CreateCommand();
        command.CommandText = "update work_due set due_at = now()";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A place where it is day now, because nobody is reminded at night.</summary>
    private async Task<Tenant> DaytimeAsync()
    {
        var zone = new[] { "America/Mexico_City", "Asia/Tokyo", "Europe/Berlin" }
            .First(id => TimeZoneInfo.ConvertTime(hub.Clock.Now, TimeZoneInfo.FindSystemTimeZoneById(id)).Hour is >= 8 and < 22);
        return await hub.PlaceAsync("durango", timeZone: zone);
    }

    private static void IsOnce<T>(ConcurrentDictionary<T, bool> sent, List<T> there)
        where T : notnull
    {
        Assert.Equal(there.Count, there.Distinct().Count());
        Assert.Empty(sent.Where(pair => pair.Value).Select(pair => pair.Key).Except(there));
        Assert.Empty(there.Except(sent.Keys));
    }

    private static int Sum(IEnumerable<bool> acknowledged) => acknowledged.Count(yes => yes);

    private static string EmailOf(int owner) => $"responsable{owner}@ejemplo.mx";

    private Task PauseAsync(int most) => Task.Delay(random.Next(most));

    public async ValueTask DisposeAsync()
    {
        await load.StopAsync();
        await cluster.DisposeAsync();
    }
}
