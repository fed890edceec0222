using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Tracking.Answers;

/// <summary>A sector answers through its seats: the majority of those who answer, and never by whoever reported.</summary>
public sealed class SeatAnswersTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string Missing = "Faltan 12 muestras.";

    [Fact]
    public async Task The_majority_of_the_seats_is_the_sectors_answer_and_a_seat_that_nobody_can_use_holds_nobody_up()
    {
        var place = await PlaceAsync("durango", seats: 3);

        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Confirmed));
        Assert.Empty(await place.SettledAsync());
        Assert.Null(await place.AnswerAsync(1, ConfirmationOutcome.Refused, Missing));
        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Refused, "No se publicó el informe."));

        var answer = Assert.Single(await place.SettledAsync());
        Assert.Equal((Sector.CivilSociety, ConfirmationOutcome.Refused, "Organización de CivilSociety · Consejo 1"), (answer.Sector, answer.Outcome, answer.Organization));
        Assert.Equal($"Organización de CivilSociety: No se publicó el informe.\n\nConsejo 1: {Missing}", answer.Reasons);
        Assert.Equal(ActivityStatus.InProgress, await place.StatusAsync());
        Assert.Equal(
            ["activity.seat-answered", "activity.seat-answered", "activity.refused"],
            (await place.ActsAsync()).TakeLast(3));
        Assert.Empty((await hub.AsAsync(place.Tenant, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task A_seat_may_change_its_answer_until_the_sectors_is_settled_and_the_same_again_changes_nothing()
    {
        var place = await PlaceAsync("morelos", seats: 2);
        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Confirmed));
        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Confirmed));
        Assert.Null(await place.AnswerAsync(1, ConfirmationOutcome.Refused, Missing));

        Assert.Empty(await place.SettledAsync());
        Assert.Null(await place.AnswerAsync(1, ConfirmationOutcome.Confirmed));
        Assert.Equal(ConfirmationOutcome.Confirmed, Assert.Single(await place.SettledAsync()).Outcome);
        Assert.Equal(TrackingRefusals.SectorAnswered with { Detail = "Tomar las muestras" }, await place.AnswerAsync(0, ConfirmationOutcome.Refused, Missing));
        Assert.Equal(2, (await place.ActsAsync()).Count(act => act == TrackingActs.SeatAnswered));
    }

    [Fact]
    public async Task When_the_term_ends_those_who_answered_decide_and_a_tie_or_silence_never_verifies()
    {
        var place = await PlaceAsync("oaxaca", seats: 3, voices: 3);
        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Confirmed));
        await place.SettleAsync();
        Assert.Empty(await place.SettledAsync());

        var before = hub.Clock.Now;

        try
        {
            hub.Clock.Now = before.AddDays(60);
            await place.SettleAsync();
            await place.SettleAsync();

            var answer = Assert.Single(await place.SettledAsync());
            Assert.Equal((Sector.CivilSociety, ConfirmationOutcome.Confirmed), (answer.Sector, answer.Outcome));
            Assert.Equal(ActivityStatus.Complete, await place.StatusAsync());
        }
        finally
        {
            hub.Clock.Now = before;
        }
    }

    [Fact]
    public async Task Whoever_reported_answers_for_no_seat_on_it()
    {
        var place = await PlaceAsync("veracruz", seats: 2, reportedBySeat: 0);

        Assert.Equal(TrackingRefusals.OwnReport with { Detail = "Tomar las muestras" }, await place.AnswerAsync(0, ConfirmationOutcome.Confirmed));
        Assert.Null(await place.AnswerAsync(1, ConfirmationOutcome.Confirmed));
        Assert.Equal(Sector.CivilSociety, Assert.Single(await place.SettledAsync()).Sector);
    }

    [Fact]
    public async Task Several_at_once_are_answered_all_or_none_and_each_has_its_entry()
    {
        var place = await PlaceAsync("tlaxcala", seats: 1, activities: 3);
        var reports = await place.ReportsAsync();

        Assert.Equal(
            ActivityRefusals.RefusedWithoutReasons, await place.AnswerAsync(0, ConfirmationOutcome.Refused, reasons: " ", reports));
        Assert.Null(await place.AnswerAsync(0, ConfirmationOutcome.Confirmed, null, reports[..2]));
        Assert.Equal(TrackingRefusals.SectorAnswered, (await place.AnswerAsync(0, ConfirmationOutcome.Confirmed, null, reports))! with { Detail = null });

        Assert.Equal(2, (await place.SettledAsync()).Count);
        Assert.Equal(2, (await place.ActsAsync()).Count(act => act == TrackingActs.Confirmed));
    }

    [Fact]
    public async Task An_answer_to_a_report_that_another_followed_is_refused()
    {
        var place = await PlaceAsync("tabasco", seats: 1);
        var read = await place.ReportsAsync();
        await hub.AsAsync(place.Tenant, async scope =>
        {
            var report = GivenPlans.Complete(place.Activities[0]) with
            {
                Status = ActivityStatus.InProgress, Percent = 40, DoneOn = null, StepBackReason = "Faltaba un pozo.", Evidence = [],
            };
            Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(report, default));
        });

        Assert.Equal(TrackingRefusals.ReportFollowed, (await place.AnswerAsync(0, ConfirmationOutcome.Confirmed, null, read))! with { Detail = null });
    }

    /// <param name="seats">Of civil society; the other sectors have one each, which nobody can use.</param>
    /// <param name="voices">For how many of them somebody can sign in; null: for the first two.</param>
    private async Task<Place> PlaceAsync(string slug, int seats, int? voices = null, int activities = 1, int? reportedBySeat = null)
    {
        var tenant = await hub.PlaceAsync(slug);
        return await hub.AsAsync(tenant, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            var added = await GivenPlans.RunningPlanAsync(scope, activities);
            List<(Guid Seat, Guid Person)> people = [];

            for (var i = 1; i < seats; i++)
            {
                Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
                    new() { Sector = Sector.CivilSociety, Organization = $"Consejo {i}", OrganizationType = OrganizationType.Ngo }, default));
            }

            foreach (var seat in await db.Seats.Where(s => s.Sector == Sector.CivilSociety).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync())
            {
                var email = $"asiento{people.Count}@ejemplo.mx";
                var person = people.Count < (voices ?? 2) ? await PersonAsync(scope, email, seat) : Guid.Empty;
                people.Add((seat, person));
            }

            foreach (var activity in added)
            {
                Assert.Null(await scope.GetRequiredService<ReportProgress>().ExecuteAsync(
                    GivenPlans.Complete(activity) with { PersonId = reportedBySeat is { } own ? people[own].Person : null }, default));
            }

            return new Place(hub, tenant, added, people);
        });
    }

    private static async Task<Guid> PersonAsync(IServiceProvider scope, string email, Guid seat)
    {
        var token = "";
        Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new() { Email = email, Role = Role.SecretariatMember, ScopeId = seat },
            made =>
            {
                token = made;
                return null;
            },
            default));
        Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new(token, "Persona", GivenPeople.Password, AcceptsNotice: true), default));
        return await scope.GetRequiredService<HubDbContext>().Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync();
    }

    private sealed record Place(TestHub Hub, Tenant Tenant, IReadOnlyList<AddActivity.Input> Activities, IReadOnlyList<(Guid Seat, Guid Person)> People)
    {
        public async Task<Refusal?> AnswerAsync(int seat, ConfirmationOutcome outcome, string? reasons = null, IReadOnlyList<Guid>? reports = null)
        {
            var read = reports ?? await ReportsAsync();
            return await Hub.AsAsync(Tenant, scope => scope.GetRequiredService<AnswerReports>().ExecuteAsync(
                new() { Reports = read, SeatId = People[seat].Seat, PersonId = People[seat].Person, Outcome = outcome, Reasons = reasons }, default));
        }

        public Task<DateTimeOffset?> SettleAsync() => Hub.AsAsync(Tenant, scope => scope.GetRequiredService<SettleDueAnswers>().ExecuteAsync(default));

        public Task<Guid[]> ReportsAsync() =>
            Hub.AsAsync(Tenant, scope => scope.GetRequiredService<HubDbContext>().ProgressReports.OrderBy(r => r.Id).Select(r => r.Id).ToArrayAsync());

        public Task<List<Confirmation>> SettledAsync() => Hub.AsAsync(Tenant, scope => scope.GetRequiredService<HubDbContext>().Confirmations.ToListAsync());

        public Task<ActivityStatus> StatusAsync() =>
            Hub.AsAsync(Tenant, scope => scope.GetRequiredService<HubDbContext>().Activities.Select(a => a.Status).FirstAsync());

        public Task<List<string>> ActsAsync() =>
            Hub.AsAsync(Tenant, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
    }
}
