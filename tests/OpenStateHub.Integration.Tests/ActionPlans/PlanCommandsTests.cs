using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.ActionPlans;

public sealed class PlanCommandsTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task A_plan_goes_from_draft_to_closed_and_keeps_all_that_was_entered()
    {
        var place = await hub.PlaceAsync("durango");
        await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities: 3));

        var plan = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans
            .Include(p => p.Axes)
            .Include(p => p.Commitments).ThenInclude(c => c.Actors)
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Links)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities)
            .AsSplitQuery()
            .SingleAsync());

        Assert.Equal((PlanStatus.InImplementation, GivenPlans.Agreement, GivenPlans.PublishedOn), (plan.Status, plan.ApprovedBy, plan.PublishedOn));
        var commitment = Assert.Single(plan.Commitments);
        Assert.Equal(("agua-limpia", Assert.Single(plan.Axes).Id), (commitment.Slug, commitment.AxisId));
        Assert.Equal(new Indicator("Muestras publicadas", "muestras", "0", "48"), commitment.Text.Indicator);
        Assert.Equal(["6", "6.3"], commitment.Text.Sdgs);
        Assert.Equal((2, 1, 1), (commitment.Actors.Count, commitment.Values.Count, commitment.Links.Count));
        Assert.Equal([3334, 3333, 3333], commitment.Activities.OrderBy(a => a.Id).Select(a => a.Weight));
        Assert.Equal(["Informe publicado", "Fotografías"], commitment.Activities[0].MeansOfVerification);
        Assert.Null(await RunAsync<ClosePlan>(place, close => close.ExecuteAsync(plan.Id, on: null, default)));
    }

    [Fact]
    public async Task Addresses_and_numbers_stand_once()
    {
        var place = await hub.PlaceAsync("morelos");
        var (plan, axis) = await DraftAsync(place, "2026");
        var (later, laterAxis) = await DraftAsync(place, "2027");
        var first = GivenPlans.Commitment(plan, axis);

        Assert.Null(await AddAsync(place, first));
        Assert.Null(await AddAsync(place, GivenPlans.Commitment(later, laterAxis) with { ContinuationOf = "agua-limpia" }));
        Assert.Equal(PlanRefusals.SlugTaken, await RunAsync<DraftPlan>(place, draft => draft.ExecuteAsync(GivenPlans.Plan("2026"), default)));
        Assert.Equal(CommitmentRefusals.NumberTaken, await AddAsync(place, GivenPlans.Commitment(plan, axis, shortTitle: "Otra")));
        Assert.Equal(CommitmentRefusals.SlugTaken, await AddAsync(place, GivenPlans.Commitment(plan, axis, number: 2) with { Slug = "agua-limpia" }));
        Assert.Equal(CommitmentRefusals.AxisOfAnotherPlan, await AddAsync(place, GivenPlans.Commitment(plan, laterAxis, number: 2)));
        Assert.Equal(
            CommitmentRefusals.ContinuationUnknown,
            await AddAsync(place, GivenPlans.Commitment(plan, axis, number: 2) with { ContinuationOf = "ladrilleras" }));

        var slugs = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Commitments
            .OrderBy(c => c.Slug)
            .Select(c => new { c.Slug, Continues = c.ContinuationOfId == first.Id })
            .ToListAsync());
        Assert.Equal([("agua-limpia", false), ("agua-limpia-2", true)], slugs.Select(c => (c.Slug, c.Continues)));
    }

    [Fact]
    public async Task Nothing_is_published_that_lacks_what_the_gate_names()
    {
        var place = await hub.PlaceAsync("oaxaca");
        var (plan, axis) = await DraftAsync(place, "2026");
        Assert.Null(await AddAsync(place, GivenPlans.Commitment(plan, axis, problem: null)));
        Assert.Null(await RunAsync<OpenConsultation>(place, open => open.ExecuteAsync(plan.Id, null, default)));
        Assert.Null(await RunAsync<ApprovePlan>(place, approve => approve.ExecuteAsync(plan.Id, GivenPlans.Agreement, null, default)));

        Assert.Equal(PlanRefusals.GateClosed, await RunAsync<PublishPlan>(place, publish => publish.ExecuteAsync(plan.Id, null, default)));

        var gate = await GateAsync(place, plan);
        Assert.Equal([Missing.Problem, Missing.DatedActivity], gate!.Items.Select(item => item.What));
    }

    [Fact]
    public async Task A_public_call_opens_the_gate_where_there_is_no_counterpart()
    {
        var place = await hub.PlaceAsync("coahuila");
        var (plan, axis) = await DraftAsync(place, "2026");
        var commitment = GivenPlans.Commitment(plan, axis);
        var call = new CounterpartCall(new(2026, 5, 1), new(2026, 5, 20), "Nadie respondió.");
        Assert.Null(await AddAsync(place, commitment));
        Assert.Null(await RunAsync<AddActivity>(
            place, add => add.ExecuteAsync(GivenPlans.Activity(commitment) with { CivilSocietyOwner = null }, default)));
        Assert.False((await GateAsync(place, plan))!.IsOpen);

        var revision = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.Revision).SingleAsync());

        Assert.Equal(PlanRefusals.ChangedMeanwhile, await RunAsync<RecordCounterpartCall>(place, record => record.ExecuteAsync(plan.Id, call, revision - 1, default)));
        Assert.Null(await RunAsync<RecordCounterpartCall>(place, record => record.ExecuteAsync(plan.Id, call, revision, default)));

        Assert.True((await GateAsync(place, plan))!.IsOpen);
        Assert.Equal(call, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().ActionPlans.Select(p => p.CounterpartCall).SingleAsync()));
    }

    [Fact]
    public async Task A_plan_of_another_place_has_no_gate()
    {
        var (durango, zacatecas) = (await hub.PlaceAsync("durango-gate"), await hub.PlaceAsync("zacatecas"));
        var (plan, _) = await DraftAsync(durango, "2026");

        Assert.Null(await GateAsync(zacatecas, plan));
    }

    [Fact]
    public async Task A_plan_of_the_past_is_transcribed_with_what_its_source_tells()
    {
        var place = await hub.PlaceAsync("tlaxcala");
        var plan = new DraftPlan.Input { Title = "Plan de Acción Local", IsTranscription = true, Source = "informe-inai-2016" };

        Assert.Null(await RunAsync<DraftPlan>(place, draft => draft.ExecuteAsync(plan, default)));
        Assert.Null(await RunAsync<PublishPlan>(place, publish => publish.ExecuteAsync(plan.Id, new(2016, 6, 30), default, isBound: true)));
        Assert.Null(await RunAsync<ClosePlan>(place, close => close.ExecuteAsync(plan.Id, new(2017, 6, 30), default)));
    }

    [Fact]
    public async Task Text_that_is_added_while_the_plan_moves_on_does_not_slip_in()
    {
        var place = await hub.PlaceAsync("jalisco");
        var (plan, axis) = await DraftAsync(place, "2026");
        var commitment = GivenPlans.Commitment(plan, axis);
        Assert.Null(await AddAsync(place, commitment));

        await hub.AsAsync(place, async scope =>
        {
            var stale = await scope.GetRequiredService<HubDbContext>().ActionPlans.SingleAsync(p => p.Id == plan.Id);
            Assert.Null(await RunAsync<OpenConsultation>(place, open => open.ExecuteAsync(plan.Id, null, default)));

            Assert.Null(stale.ChangeText());
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => scope.GetRequiredService<HubDbContext>().SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Actions_carry_their_activities_and_only_those_of_their_commitment()
    {
        var place = await hub.PlaceAsync("hidalgo");
        var (plan, axis) = await DraftAsync(place, "2026");
        var (one, other) = (GivenPlans.Commitment(plan, axis), GivenPlans.Commitment(plan, axis, number: 2, shortTitle: "Ladrilleras"));
        var action = new AddAction.Input { CommitmentId = one.Id, Title = "Medir" };
        Assert.Null(await AddAsync(place, one));
        Assert.Null(await AddAsync(place, other));
        Assert.Null(await RunAsync<AddAction>(place, add => add.ExecuteAsync(action, default)));

        Assert.Null(await RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(one) with { ActionId = action.Id }, default)));
        Assert.Equal(
            CommitmentRefusals.ActionOfAnotherCommitment,
            await RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(other) with { ActionId = action.Id }, default)));
        Assert.Equal(
            CommitmentRefusals.EitherActionsOrActivities,
            await RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(one), default)));
    }

    [Fact]
    public async Task A_commitment_is_withdrawn_by_agreement_and_stays()
    {
        var place = await hub.PlaceAsync("chiapas");
        var activities = await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope));
        var input = new WithdrawCommitment.Input { CommitmentId = activities[0].CommitmentId, Agreement = null, Reasons = "Sin presupuesto" };

        Assert.Equal(CommitmentRefusals.WithdrawalWithoutAgreement, await RunAsync<WithdrawCommitment>(place, w => w.ExecuteAsync(input, default)));
        Assert.Null(await RunAsync<WithdrawCommitment>(place, w => w.ExecuteAsync(input with { Agreement = GivenPlans.Agreement }, default)));
    }

    [Fact]
    public async Task The_secretariat_and_its_steps_are_kept()
    {
        var place = await hub.PlaceAsync("veracruz");
        Assert.Null(await RunAsync<RecordInstallationStep>(place, record => record.ExecuteAsync(
            new() { Kind = InstallationStepKind.Installation, Title = "Instalación", OccurredOn = new(2015, 4, 17), Source = "inai" }, default)));
        Assert.Null(await RunAsync<NameFacilitator>(place, name => name.ExecuteAsync(new() { Organization = "Universidad" }, default)));

        Assert.Equal(
            SecretariatRefusals.StepInFuture,
            await RunAsync<RecordInstallationStep>(place, record => record.ExecuteAsync(
                new() { Kind = InstallationStepKind.Tables, Title = "Salud", KnownBy = new(2026, 6, 16) }, default)));
    }

    private async Task<(DraftPlan.Input Plan, AddAxis.Input Axis)> DraftAsync(Tenant place, string slug)
    {
        var plan = GivenPlans.Plan(slug);
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        Assert.Null(await RunAsync<DraftPlan>(place, draft => draft.ExecuteAsync(plan, default)));
        Assert.Null(await RunAsync<AddAxis>(place, add => add.ExecuteAsync(axis, default)));
        return (plan, axis);
    }

    private Task<PublishGate?> GateAsync(Tenant place, DraftPlan.Input plan) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<CheckPublishGate>().ExecuteAsync(plan.Id, default));

    private Task<Refusal?> AddAsync(Tenant place, AddCommitment.Input input) => RunAsync<AddCommitment>(place, add => add.ExecuteAsync(input, default));

    private Task<Refusal?> RunAsync<TCommand>(Tenant place, Func<TCommand, Task<Refusal?>> run)
        where TCommand : notnull => hub.AsAsync(place, scope => run(scope.GetRequiredService<TCommand>()));
}
