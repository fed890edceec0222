using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Cutoffs;

public sealed class CutoffRemindersTests : IClassFixture<TestHub>
{
    private readonly TestHub hub;

    public CutoffRemindersTests(TestHub hub)
    {
        this.hub = hub;
        hub.SetClock(new(2026, 6, 15), 12);
    }

    private static readonly DateOnly Day = new(2026, 8, 31);

    [Fact]
    public async Task Reminds_each_owner_thirty_fifteen_seven_and_one_day_before_and_the_day_after_once()
    {
        var (place, activities) = await hub.RunningAsync("durango", activities: 2);
        await hub.OwnerAsync(place, activities[0].Id, "ana@example.mx");
        await hub.OwnerAsync(place, activities[1].CommitmentId, "luis@example.mx");
        var before = (await hub.TellsAsync(place)).Count;
        await hub.CutoffAsync(place, Day);

        for (var day = Day.AddDays(-40); day <= Day.AddDays(10); day = day.AddDays(1))
        {
            hub.SetClock(day, 0, 1);
            await hub.KeepAsync(place);
            hub.SetClock(day, 8);
            await hub.KeepAsync(place);
            await hub.KeepAsync(place);
        }

        var told = (await hub.TellsAsync(place)).Skip(before).ToList();
        Assert.Equal(["30", "15", "7", "1", "-1"], told.Where(t => t.StartsWith("ana@", StringComparison.Ordinal)).Select(t => t[(t.IndexOf(' ') + 1)..]));
        Assert.Equal(10, told.Count);
    }

    [Fact]
    public async Task Dates_changed_reminders_adjusted_each_once_also_when_two_workers_do_it()
    {
        var (place, activities) = await hub.RunningAsync("morelos");
        await hub.OwnerAsync(place, activities[0].Id, "ana@example.mx");
        var before = (await hub.TellsAsync(place)).Count;
        var cutoff = await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(-15), 9);
        await TwiceAtOnceAsync(place);

        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<MoveCutoff>().ExecuteAsync(cutoff, Day.AddDays(20), seen: 0, default)));
        await TwiceAtOnceAsync(place);
        hub.SetClock(Day.AddDays(-10), 9);
        await TwiceAtOnceAsync(place);
        hub.SetClock(Day.AddDays(-7), 9);
        await TwiceAtOnceAsync(place);
        hub.SetClock(Day.AddDays(5), 9);
        await TwiceAtOnceAsync(place);

        // Told of the old day once; of the new one 30 and 15 days before it, and not seven days before the old one.
        Assert.Equal(["ana@example.mx: 15", "ana@example.mx: 30 movido", "ana@example.mx: 15 movido"], (await hub.TellsAsync(place)).Skip(before));
    }

    [Fact]
    public async Task A_worker_that_dies_between_two_letters_loses_and_doubles_none()
    {
        var (place, activities) = await hub.RunningAsync("oaxaca");
        await hub.OwnerAsync(place, activities[0].Id, "ana@example.mx");
        await hub.OwnerAsync(place, activities[0].Id, "luis@example.mx");
        var before = (await hub.TellsAsync(place)).Count;
        await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(-7), 9);
        var written = 0;

        await Assert.ThrowsAsync<IOException>(() => hub.KeepAsync(place, notice => ++written == 2 ? throw new IOException() : CutoffHub.LetterOf(notice)));
        Assert.Equal(before, (await hub.TellsAsync(place)).Count);
        await TwiceAtOnceAsync(place);

        Assert.Equal(["ana@example.mx: 7", "luis@example.mx: 7"], (await hub.TellsAsync(place)).Skip(before).Order());
    }

    [Fact]
    public async Task Whoever_has_nothing_left_to_report_is_left_alone_and_administrators_hear_of_what_nobody_owns()
    {
        var (place, activities) = await hub.RunningAsync("veracruz", activities: 2);
        await hub.OwnerAsync(place, activities[0].Id, "ana@example.mx");
        await hub.PersonAsync(place, Role.Administrator);
        hub.SetClock(new(2026, 6, 20), 12);
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activities[0]), default)));
        var before = (await hub.TellsAsync(place)).Count;
        await hub.CutoffAsync(place, Day);
        hub.SetClock(Day.AddDays(-30), 8);

        await hub.KeepAsync(place);

        Assert.Equal([$"{GivenPeople.EmailOf(Role.Administrator)}: 30"], (await hub.TellsAsync(place)).Skip(before));
    }

    private async Task TwiceAtOnceAsync(Tenant place)
    {
        await Task.WhenAll(hub.KeepAsync(place), hub.KeepAsync(place));
        await hub.KeepAsync(place);
    }
}
