using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Decided;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat.Decisions;

public sealed class DecisionCommandsTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Six_government_seats_in_favour_civil_society_absent_is_no_quorum()
    {
        var place = await hub.PlaceAsync("veracruz");
        var seats = await hub.SeatsAsync(place, 6, 3, 1);
        var present = seats.Where(seat => seat.Sector is not Sector.CivilSociety).ToList();
        var decision = GivenVotes.FreeText(await hub.OpenSessionAsync(place, present.Select(seat => seat.Id)));
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        await hub.AllVoteAsync(place, decision.Id, present);

        Assert.Equal(DecisionRefusals.SeatNotPresent, await hub.VoteAsync(place, decision.Id, seats[6].Id, VoteChoice.Against));
        Assert.Null(await hub.CloseAsync(place, decision.Id));

        var closed = await hub.ReadAsync(place, decision.Id);
        Assert.Equal((DecisionOutcome.NoQuorum, null), (closed.Decision.Outcome, closed.Agreement));
        Assert.Equal([Sector.CivilSociety], closed.Explanation.Sectors.Select(sector => sector.Sector));
    }

    [Fact]
    public async Task A_seat_changes_its_vote_until_closing_and_a_form_sent_twice_votes_once()
    {
        var place = await hub.PlaceAsync("durango");
        var seats = await hub.SeatsAsync(place, 1, 1, 1);
        var decision = GivenVotes.FreeText(await hub.OpenSessionAsync(place, seats.Select(seat => seat.Id)));
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        await hub.AllVoteAsync(place, decision.Id, seats);

        Assert.Null(await hub.VoteAsync(place, decision.Id, seats[1].Id, VoteChoice.Against, "Falta el anexo."));
        Assert.Null(await hub.VoteAsync(place, decision.Id, seats[1].Id, VoteChoice.Against, " Falta el anexo. "));
        Assert.Null(await hub.CloseAsync(place, decision.Id));

        Assert.Equal(DecisionRefusals.VoteClosed, await hub.VoteAsync(place, decision.Id, seats[1].Id, VoteChoice.InFavour));
        Assert.Equal(DecisionRefusals.AlreadyClosed, await hub.CloseAsync(place, decision.Id));
        var closed = await hub.ReadAsync(place, decision.Id);
        Assert.Equal(DecisionOutcome.NotPassed, closed.Decision.Outcome);
        Assert.Equal("Falta el anexo.", closed.Seats.Single(seat => seat.SeatId == seats[1].Id).Reason);
        Assert.Equal(
            ["seat.filled", "seat.filled", "seat.filled", "decision.opened", "ballot.cast", "ballot.cast", "ballot.cast", "ballot.changed", "decision.not-passed"],
            await ActsAsync(place));
    }

    [Fact]
    public async Task An_administrator_without_a_seat_has_no_vote()
    {
        var place = await hub.PlaceAsync("colima");
        var decision = hub.InWriting();
        await hub.SeatsAsync(place, 1, 1, 1);
        Assert.Null(await hub.PutToVoteAsync(place, decision));

        Assert.Equal(DecisionRefusals.VoteWithoutSeat, await hub.VoteAsync(place, decision.Id, null, VoteChoice.InFavour));
        Assert.Equal(DecisionRefusals.VoteWithoutSeat, await hub.VoteAsync(place, decision.Id, Guid.CreateVersion7(), VoteChoice.InFavour));
    }

    [Fact]
    public async Task A_written_vote_approves_the_plan_at_its_deadline_once_and_counts_those_who_answered()
    {
        var place = await hub.PlaceAsync("morelos");
        var seats = await hub.SeatsAsync(place, 2, 1, 1);
        var plan = await PlanInConsultationAsync(place);
        var decision = hub.InWriting() with { Matter = Matter.ApprovePlan, SubjectId = plan, Title = "Aprobar el plan" };
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        Assert.Equal(DecisionRefusals.PutToVoteAlready, await hub.PutToVoteAsync(place, decision with { Id = Guid.CreateVersion7() }));
        await hub.AllVoteAsync(place, decision.Id, seats.Skip(1));
        Assert.Equal(DecisionRefusals.SeatsMayStillAnswer, await hub.CloseAsync(place, decision.Id));

        hub.Clock.Now = decision.ClosesAt!.Value.AddSeconds(1);
        Assert.Equal(DecisionRefusals.VoteClosed, await hub.VoteAsync(place, decision.Id, seats[0].Id, VoteChoice.Against));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CloseDueAsync(place)));
        await CloseDueAsync(place);

        var closed = await hub.ReadAsync(place, decision.Id);
        Assert.Equal((DecisionOutcome.Passed, decision.ClosesAt), (closed.Decision.Outcome, closed.Decision.ClosedAt));
        Assert.Equal(("2026/001", AgreementState.Done), (closed.Agreement!.Number.Value, closed.Agreement.State));
        Assert.Equal((PlanStatus.Approved, "2026/001"), await hub.AsAsync(place, async scope =>
        {
            var approved = await scope.GetRequiredService<HubDbContext>().ActionPlans.SingleAsync();
            return (approved.Status, approved.ApprovedBy?.Value);
        }));
        Assert.Equal(1, (await ActsAsync(place)).Count(act => act == DecisionActs.Passed));
        Assert.Empty((await VerifyLedgerAsync(place)).Faults);
    }

    [Fact]
    public async Task What_cannot_be_done_any_more_is_never_recorded_as_passed()
    {
        var place = await hub.PlaceAsync("oaxaca");
        var seats = await hub.SeatsAsync(place, 1, 1, 1);
        var plan = await PlanInConsultationAsync(place);
        var decision = hub.InWriting() with { Matter = Matter.ApprovePlan, SubjectId = plan };
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        await hub.AllVoteAsync(place, decision.Id, seats);
        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<ApprovePlan>().ExecuteAsync(plan, GivenPlans.Agreement, null, default)));

        Assert.Equal(PlanRefusals.NotInConsultation, await hub.CloseAsync(place, decision.Id));
        Assert.True((await hub.ReadAsync(place, decision.Id)).Decision.IsOpen);

        hub.Clock.Now = decision.ClosesAt!.Value;
        Assert.Null(await CloseDueAsync(place));
        var held = await hub.ReadAsync(place, decision.Id);
        Assert.Equal((DecisionOutcome.Open, PlanRefusals.NotInConsultation.Code), (held.Decision.Outcome, held.Decision.NotApplied));

        Assert.Null(await hub.CloseAsync(place, decision.Id, IfNotApplied.CloseUnapplied));
        var closed = await hub.ReadAsync(place, decision.Id);
        Assert.Equal((DecisionOutcome.NotPassed, ExplanationKind.NotApplied, null), (closed.Decision.Outcome, closed.Explanation.Kind, closed.Agreement));
        Assert.Empty((await VerifyLedgerAsync(place)).Faults);
    }

    [Fact]
    public async Task A_commitment_is_withdrawn_by_the_agreement_of_a_decision()
    {
        var place = await hub.PlaceAsync("tabasco");
        await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope));
        var commitment = await SubjectAsync(place, Matter.WithdrawCommitment);
        var decision = hub.InWriting() with
        {
            Matter = Matter.WithdrawCommitment,
            SubjectId = commitment,
            Text = "El programa terminó por ley.",
            Terms = DecisionTerms.Write(new WithdrawalTerms(LeaveOut: true)),
        };

        Assert.Equal(DecisionRefusals.SubjectUnknown, await hub.PutToVoteAsync(place, decision with { SubjectId = null }));
        await PassAsync(place, decision);

        var withdrawn = await CommitmentAsync(place);
        Assert.Equal(("2026/001", "El programa terminó por ley.", true), (withdrawn.WithdrawnBy?.Value, withdrawn.WithdrawalReasons, withdrawn.IsLeftOut));
    }

    [Fact]
    public async Task A_commitment_is_verified_by_decision_only_when_all_its_activities_are()
    {
        var place = await hub.PlaceAsync("hidalgo");
        var activity = (await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope)))[0];
        var commitment = await SubjectAsync(place, Matter.WithdrawCommitment);
        var decision = hub.InWriting() with { Matter = Matter.VerifyCommitment, SubjectId = commitment };
        Assert.Equal(DecisionRefusals.SubjectUnknown, await hub.PutToVoteAsync(place, decision));

        Assert.Null(await hub.AsAsync(place, scope => scope.GetRequiredService<ReportProgress>().ExecuteAsync(GivenPlans.Complete(activity), default)));

        foreach (var sector in Sectors.All)
        {
            Assert.Null(await hub.AsAsync(place, scope => GivenPlans.AnswerAsync(scope, activity, sector)));
        }

        Assert.Null((await CommitmentAsync(place)).VerifiedOn);
        Assert.Equal((ActivityStatus.Complete, true, 0m), await StateAsync(place));
        await PassAsync(place, decision);
        Assert.Equal((ActivityStatus.Verified, false, 1m), await StateAsync(place));
        Assert.Equal("2026/001", (await CommitmentAsync(place)).VerifiedBy?.Value);
        Assert.Empty((await VerifyLedgerAsync(place)).Faults);
    }

    /// <summary>How pages, API and the country's figures have the only commitment of the place.</summary>
    private Task<(ActivityStatus?, bool, decimal)> StateAsync(Tenant place) => hub.AsAsync(place, async scope =>
    {
        var row = Assert.Single(await scope.GetRequiredService<ReadCommitments>().ExecuteAsync(new(), default));
        await scope.GetRequiredService<RefreshMetrics>().ExecuteAsync(default);
        var db = scope.GetRequiredService<HubDbContext>();
        var published = await db.PublishedCommitments.Where(c => c.TenantId == place.Id).Select(c => c.Status).SingleAsync();
        Assert.Equal(row.Status.ToString(), published);
        var counted = await db.MetricSnapshots.Where(m => m.TenantId == place.Id && m.Code == "commitments.verified").OrderBy(m => m.AsOf).LastAsync();
        return (row.Status, row.AwaitsDecision, counted.Value!.Value);
    });

    [Fact]
    public async Task An_accepted_organisation_has_its_seat()
    {
        var place = await hub.PlaceAsync("jalisco");
        await hub.SeatsAsync(place, 1, 1, 1);
        var decision = hub.InWriting() with { Matter = Matter.AcceptOrganization };
        Assert.Equal(DecisionRefusals.SeatWithoutTerms, await hub.PutToVoteAsync(place, decision));

        await PassAsync(place, decision with { Terms = DecisionTerms.Write(new SeatTerms(Sector.CivilSociety, "México Evalúa", OrganizationType.Ngo, null)) });

        Assert.Equal("2026/001", await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Seats
            .Where(seat => seat.Organization == "México Evalúa").Select(seat => seat.Source).SingleAsync()));
    }

    private async Task PassAsync(Tenant place, OpenDecision.Input decision)
    {
        Assert.Null(await hub.PutToVoteAsync(place, decision));
        var seats = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Seats.Select(seat => seat.Id).ToListAsync());

        foreach (var seat in seats)
        {
            Assert.Null(await hub.VoteAsync(place, decision.Id, seat, VoteChoice.InFavour));
        }

        Assert.Null(await hub.CloseAsync(place, decision.Id));
        Assert.Equal(DecisionOutcome.Passed, (await hub.ReadAsync(place, decision.Id)).Decision.Outcome);
    }

    private Task<Guid> PlanInConsultationAsync(Tenant place) => hub.AsAsync(place, async scope =>
    {
        var plan = GivenPlans.Plan();
        Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
        Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(plan.Id, new(2026, 1, 5), default));
        return plan.Id;
    });

    private Task<Guid> SubjectAsync(Tenant place, Matter matter) => hub.AsAsync(place, async scope =>
        (await scope.GetRequiredService<DecisionEffects>().Of(matter)!.ListSubjectsAsync(default)).Single().Id);

    private Task<Commitment> CommitmentAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Commitments.AsNoTracking().SingleAsync());

    private Task<DateTimeOffset?> CloseDueAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<CloseDueDecisions>().ExecuteAsync(default));

    private Task<List<string>> ActsAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());

    private Task<VerifyLedger.Result> VerifyLedgerAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default));
}
