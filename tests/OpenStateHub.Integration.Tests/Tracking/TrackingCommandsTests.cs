using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking;

public sealed class TrackingCommandsTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Three_sectors_verify_and_the_history_tells_each_day()
    {
        var (place, activity) = await RunningAsync("durango");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity) with
        {
            On = new(2026, 3, 1),
            Status = ActivityStatus.InProgress,
            Percent = 60,
            DoneOn = null,
            Evidence = [],
        }));
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity, on: new(2026, 4, 1))));
        Assert.Null(await AnswerAsync(place, activity, Sector.Government, on: new(2026, 4, 10)));
        Assert.Null(await AnswerAsync(place, activity, Sector.Guarantor, on: new(2026, 4, 12)));
        Assert.Equal(ActivityStatus.Complete, await StatusAsync(place, activity));

        Assert.Null(await AnswerAsync(place, activity, Sector.CivilSociety, on: new(2026, 4, 20)));

        Assert.Equal(ActivityStatus.Verified, await StatusAsync(place, activity));
        var history = Assert.Single(await hub.AsAsync(place, scope => scope.GetRequiredService<ReadActivityHistories>().ExecuteAsync(default)));
        Assert.Equal(
            [(0, 0), (60, 0), (100, 0), (100, 0), (100, 100)],
            new DateOnly[] { new(2026, 2, 28), new(2026, 3, 31), new(2026, 4, 1), new(2026, 4, 19), new(2026, 4, 20) }
                .Select(day => history.At(day).State)
                .Select(state => (state.Reported, state.Verified)));
    }

    [Fact]
    public async Task Reported_by_government_and_confirmed_only_by_government_is_not_verified()
    {
        var (place, activity) = await RunningAsync("morelos");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity)));
        Assert.Null(await AnswerAsync(place, activity, Sector.Government));

        Assert.Equal(TrackingRefusals.SectorAnswered, await AnswerAsync(place, activity, Sector.Government));
        Assert.Equal(ActivityStatus.Complete, await StatusAsync(place, activity));
    }

    [Fact]
    public async Task An_administrator_alone_sets_nothing_verified()
    {
        var (place, activity) = await RunningAsync("oaxaca");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity)));
        var report = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ProgressReports.Select(r => r.Id).SingleAsync());

        Assert.Equal(TrackingRefusals.NoSeat, await AnswerAsync(place, new() { Reports = [report], SeatId = null, Outcome = ConfirmationOutcome.Confirmed }));
        Assert.Equal(
            TrackingRefusals.NoSeat, await AnswerAsync(place, new() { Reports = [report], SeatId = Guid.CreateVersion7(), Outcome = ConfirmationOutcome.Confirmed }));
        Assert.Equal(ActivityRefusals.NotReportable, await ReportAsync(place, GivenPlans.Complete(activity) with { Status = ActivityStatus.Verified }));
        Assert.Equal(ActivityStatus.Complete, await StatusAsync(place, activity));
    }

    [Fact]
    public async Task Without_sector_quorum_nothing_new_is_verified_and_the_past_stays()
    {
        var (place, activity) = await RunningAsync("queretaro");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity, on: new(2026, 4, 1))));
        Assert.Null(await AnswerAsync(place, activity, Sector.CivilSociety, on: new(2026, 4, 2)));
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<EndSeat>().LeaveAsync(
            Sector.CivilSociety, new(2026, 5, 1), "Dejó de haber diálogo.", default)));

        Assert.Equal(TrackingRefusals.NoSectorQuorum, await AnswerAsync(place, activity, Sector.Government));
        Assert.Equal(TrackingRefusals.NoSectorQuorum, await AnswerAsync(place, activity, Sector.Government, on: new(2026, 4, 3)));
        Assert.Equal(ActivityStatus.Complete, await StatusAsync(place, activity));
        Assert.Null(await AnswerAsync(place, activity, Sector.Government, ConfirmationOutcome.Refused, "Faltan 12 muestras."));
    }

    [Fact]
    public async Task A_refusal_sends_it_back_and_the_next_report_asks_all_sectors_anew()
    {
        var (place, activity) = await RunningAsync("veracruz");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity, on: new(2026, 4, 1))));
        Assert.Null(await AnswerAsync(place, activity, Sector.Government, on: new(2026, 4, 2)));

        Assert.Equal(
            ActivityRefusals.RefusedWithoutReasons,
            await AnswerAsync(place, activity, Sector.CivilSociety, ConfirmationOutcome.Refused, on: new(2026, 4, 3)));
        Assert.Null(await AnswerAsync(place, activity, Sector.CivilSociety, ConfirmationOutcome.Refused, "Faltan 12 muestras.", new(2026, 4, 3)));
        Assert.Equal(ActivityStatus.InProgress, await StatusAsync(place, activity));

        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity, on: new(2026, 5, 1))));
        Assert.Null(await AnswerAsync(place, activity, Sector.Government));
        Assert.Equal(ActivityStatus.Complete, await StatusAsync(place, activity));
    }

    [Fact]
    public async Task A_refused_report_leaves_nothing_behind()
    {
        var (place, activity) = await RunningAsync("tlaxcala");

        Assert.Equal(ActivityRefusals.CompleteWithoutEvidence, await ReportAsync(place, GivenPlans.Complete(activity) with { Evidence = [] }));

        Assert.Equal(0, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ProgressReports.CountAsync()));
        Assert.Equal(ActivityStatus.NotStarted, await StatusAsync(place, activity));
    }

    [Fact]
    public async Task Three_sectors_that_confirm_at_the_same_moment_verify_it_once()
    {
        for (var round = 0; round < 3; round++)
        {
            var (place, activity) = await RunningAsync($"tabasco-{round}");
            Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity)));

            var answers = await Task.WhenAll(Sectors.All.Select(sector => AnswerAsync(place, activity, sector)));

            Assert.All(answers, Assert.Null);
            Assert.Equal(ActivityStatus.Verified, await StatusAsync(place, activity));
        }
    }

    [Fact]
    public async Task The_last_evidence_of_a_complete_activity_stays_and_others_are_withdrawn_with_a_reason()
    {
        var (place, activity) = await RunningAsync("chiapas");
        Assert.Null(await ReportAsync(place, GivenPlans.Complete(activity) with
        {
            Evidence = [new("Informe", "https://chiapas.example/informe", null), new("Fotografías", "https://chiapas.example/fotos", null)],
        }));
        var evidence = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().EvidenceItems.Select(e => e.Id).ToListAsync());

        Assert.Null(await WithdrawAsync(place, evidence[0]));
        Assert.Equal(TrackingRefusals.LastEvidence, await WithdrawAsync(place, evidence[1]));
    }

    [Fact]
    public async Task An_activity_ends_by_agreement()
    {
        var (place, activity) = await RunningAsync("colima");

        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<EndActivity>().ExecuteAsync(
            new() { ActivityId = activity.Id, Outcome = ActivityStatus.NotFulfilled, Agreement = GivenPlans.Agreement, Reasons = "Sin presupuesto" }, default)));
        Assert.Equal(ActivityStatus.NotFulfilled, await StatusAsync(place, activity));
    }

    private async Task<(Tenant Place, AddActivity.Input Activity)> RunningAsync(string slug)
    {
        var place = await hub.PlaceAsync(slug);
        return (place, (await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope)))[0]);
    }

    private Task<Refusal?> ReportAsync(Tenant place, ReportProgress.Input input) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<ReportProgress>().ExecuteAsync(input, default));

    private Task<Refusal?> AnswerAsync(
        Tenant place, AddActivity.Input activity, Sector sector, ConfirmationOutcome outcome = ConfirmationOutcome.Confirmed, string? reasons = null, DateOnly? on = null) =>
        hub.AsAsync(place, scope => GivenPlans.AnswerAsync(scope, activity, sector, outcome, reasons, on));

    private Task<Refusal?> AnswerAsync(Tenant place, AnswerReports.Input input) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<AnswerReports>().ExecuteAsync(input, default));

    private Task<Refusal?> WithdrawAsync(Tenant place, Guid evidence) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<WithdrawEvidence>().ExecuteAsync(evidence, "Muestra datos personales.", default));

    private Task<ActivityStatus> StatusAsync(Tenant place, AddActivity.Input activity) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.Id == activity.Id).Select(a => a.Status).SingleAsync());
}
