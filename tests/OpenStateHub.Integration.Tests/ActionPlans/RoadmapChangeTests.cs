using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.ActionPlans.Roadmaps;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.ActionPlans;

/// <summary>What was published becomes something else by proposal, decision and a new version, as a whole, and by nothing else.</summary>
public sealed class RoadmapChangeTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task An_approved_change_makes_the_next_version_and_the_older_one_stays_as_it_was_signed()
    {
        var (place, activities) = await RunningAsync("durango", activities: 2);
        var change = await hub.DraftChangeAsync(place);
        Assert.Null(await hub.WriteAsync(place, change, GivenChanges.PartOf(activities[0]), (RoadmapField.DueOn, "2026-08-31"), (RoadmapField.Deliverable, "Informe de 60 muestras")));
        Assert.Null(await hub.WriteAsync(place, change, new RoadmapPart(activities[0].CommitmentId), (RoadmapField.Target, "60")));
        Assert.Null(await WeighAsync(place, change, activities, 7_000, 3_000));
        var before = Assert.Single(await VersionsAsync(place));

        Assert.Null(await hub.ProposeAsync(place, change));
        var decision = hub.VoteOn(change);
        await hub.PassAsync(place, decision);
        Assert.Null(await hub.CloseAsync(place, decision.Id));

        var versions = await VersionsAsync(place);
        Assert.Equal([1, 2], versions.Select(version => version.Number));
        Assert.Equal((before.Text, before.Sha256), (versions[0].Text, versions[0].Sha256));
        Assert.Equal(("2026/001", change), (versions[1].Agreement?.Value, versions[1].ChangeId));
        Assert.Contains("due on: 2026-08-31", versions[1].Text, StringComparison.Ordinal);
        var changed = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.AsNoTracking().OrderByDescending(a => a.DueOn).ToListAsync());
        Assert.Equal([(new DateOnly(2026, 8, 31), 7_000), (new DateOnly(2026, 6, 30), 3_000)], changed.Select(a => (a.DueOn!.Value, a.Weight)));
        Assert.Equal(AgreementState.Done, (await hub.ReadAsync(place, decision.Id)).Agreement!.State);
        Assert.Equal(
            ["plan.changed", "roadmap-change.approved", "commitment.changed", "activity.changed", "activity.changed", "decision.passed", "agreement.made"],
            (await ActsAsync(place)).TakeLast(7));
        Assert.Empty((await hub.AsAsync(place, scope => scope.GetRequiredService<VerifyLedger>().ExecuteAsync(null, default))).Faults);
    }

    [Fact]
    public async Task Past_days_are_judged_by_what_was_promised_then()
    {
        var (place, activities) = await RunningAsync("morelos", activities: 2);
        var change = await hub.DraftChangeAsync(place);
        Assert.Null(await hub.WriteAsync(place, change, GivenChanges.PartOf(activities[0]), (RoadmapField.DueOn, "2026-03-31")));
        Assert.Null(await WeighAsync(place, change, activities, 9_000, 1_000));
        Assert.Null(await hub.ProposeAsync(place, change));
        var decision = hub.VoteOn(change);
        await hub.PassAsync(place, decision);
        Assert.Null(await hub.CloseAsync(place, decision.Id));

        var history = (await hub.AsAsync(place, scope => scope.GetRequiredService<ReadActivityHistories>().ExecuteAsync(default))).Single(h => h.ActivityId == activities[0].Id);
        Assert.Equal((new DateOnly(2026, 6, 30), 5_000), Terms(history.At(new(2026, 6, 14)).State));
        Assert.Equal((new DateOnly(2026, 3, 31), 9_000), Terms(history.At(new(2026, 6, 15)).State));
    }

    [Fact]
    public async Task Weights_totalling_99_99_percent_are_refused_in_a_change_too()
    {
        var (place, activities) = await RunningAsync("oaxaca", activities: 2);
        var change = await hub.DraftChangeAsync(place);

        Assert.Equal(CommitmentRefusals.WeightsNotWhole with { Detail = "99.99" }, await WeighAsync(place, change, activities, 4_999, 5_000));
    }

    [Fact]
    public async Task A_commitment_with_dates_outside_its_plan_is_refused_in_a_change_too()
    {
        var (place, activities) = await RunningAsync("tlaxcala");
        var change = await hub.DraftChangeAsync(place);
        Assert.Null(await hub.WriteAsync(place, change, new RoadmapPart(activities[0].CommitmentId), (RoadmapField.EndsOn, "2027-01-31")));

        Assert.Equal(PlanRefusals.CommitmentOutsidePlan.Code, (await hub.ProposeAsync(place, change))?.Code);

        // With the plan's own end it fits: what belongs together is decided together.
        Assert.Null(await hub.WriteAsync(place, change, new RoadmapPart(null), (RoadmapField.EndsOn, "2027-03-31")));
        Assert.Null(await hub.ProposeAsync(place, change));
    }

    [Fact]
    public async Task Withdrawing_a_commitment_without_an_agreement_is_refused_and_by_an_approved_change_it_stays_visible()
    {
        var (place, activities) = await RunningAsync("veracruz");
        var change = await hub.DraftChangeAsync(place, "Retirar Agua Limpia");
        Assert.Null(await hub.WriteAsync(place, change, new RoadmapPart(activities[0].CommitmentId), (RoadmapField.Withdrawal, RoadmapItem.LeavesPercentage)));
        Assert.Null(await hub.ProposeAsync(place, change));

        Assert.Equal(
            RoadmapRefusals.WithoutAgreement,
            await hub.AsAsync(place, scope => scope.GetRequiredService<ApproveRoadmapChange>().ExecuteAsync(change, null, new(2026, 6, 15), default)));

        var decision = hub.VoteOn(change);
        await hub.PassAsync(place, decision);
        Assert.Null(await hub.CloseAsync(place, decision.Id));
        var row = Assert.Single(await hub.AsAsync(place, scope => scope.GetRequiredService<ReadCommitments>().ExecuteAsync(new(), default)));
        Assert.Equal((true, true), (row.IsWithdrawn, row.IsLeftOut));
        Assert.Contains("withdrawn by: 2026/001", (await VersionsAsync(place))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_proposed_is_carried_out_as_a_whole_or_not_at_all()
    {
        var (place, activities) = await RunningAsync("tabasco");
        var (change, other) = (await hub.DraftChangeAsync(place), await hub.DraftChangeAsync(place, "Otro"));
        var part = GivenChanges.PartOf(activities[0]);
        Assert.Null(await hub.WriteAsync(place, change, part, (RoadmapField.DueOn, "2026-08-31"), (RoadmapField.Deliverable, "Informe")));
        Assert.Null(await hub.WriteAsync(place, other, part, (RoadmapField.DueOn, "2026-09-30")));
        Assert.Null(await hub.ProposeAsync(place, change));
        Assert.Null(await hub.ProposeAsync(place, other));
        var (first, second) = (hub.VoteOn(change), hub.VoteOn(other));
        await hub.PassAsync(place, first);
        await hub.PassAsync(place, second);
        Assert.Null(await hub.CloseAsync(place, second.Id));

        // The day that it was to change is another one now.
        Assert.Equal(RoadmapRefusals.ChangedMeanwhile.Code, (await hub.CloseAsync(place, first.Id))?.Code);

        var activity = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.AsNoTracking().SingleAsync());
        Assert.Equal((new DateOnly(2026, 9, 30), "Informe de muestras"), (activity.DueOn, activity.Deliverable));
        Assert.Equal([1, 2], (await VersionsAsync(place)).Select(version => version.Number));
        Assert.True((await hub.ReadAsync(place, first.Id)).Decision.IsOpen);
    }

    [Fact]
    public async Task What_was_proposed_is_no_longer_altered_and_goes_only_with_a_reason()
    {
        var (place, activities) = await RunningAsync("jalisco");
        var change = await hub.DraftChangeAsync(place);
        var part = GivenChanges.PartOf(activities[0]);
        Assert.Equal(RoadmapRefusals.ChangesNothing, await hub.ProposeAsync(place, change));
        Assert.Null(await hub.WriteAsync(place, change, part, (RoadmapField.DueOn, "2026-08-31")));
        Assert.Null(await hub.ProposeAsync(place, change));

        Assert.Equal(RoadmapRefusals.NotADraft, await hub.WriteAsync(place, change, part, (RoadmapField.DueOn, "2026-09-30")));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(place, "update roadmap_changes set reason = 'Otra razón'"));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(place, "delete from roadmap_items"));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(place, "delete from roadmap_changes"));

        Assert.Equal(RoadmapRefusals.DroppedWithoutReason, await DropAsync(place, change, " "));
        Assert.Null(await hub.PutToVoteAsync(place, hub.VoteOn(change)));
        Assert.Equal(RoadmapRefusals.InVote, await DropAsync(place, change, "Ya no hace falta."));
    }

    [Theory]
    [InlineData("update activities set due_on = due_on + 1")]
    [InlineData("update activities set weight = 9999")]
    [InlineData("update activities set description = 'Otra cosa'")]
    [InlineData("update commitments set title = 'Otro título'")]
    [InlineData("update commitments set ends_on = '2026-12-30'")]
    [InlineData("update action_plans set title = 'Otro plan'")]
    [InlineData("update plan_axes set title = 'Otro eje'")]
    [InlineData("update commitment_values set reason = 'Otra'")]
    [InlineData("insert into plan_axes (id, plan_id, title, position) select gen_random_uuid(), plan_id, 'Otro eje', 99 from plan_axes limit 1")]
    [InlineData("insert into plan_versions (plan_id, number, signed_on, agreement, text, sha256) select plan_id, 2, signed_on, agreement, text, sha256 from plan_versions")]
    [InlineData("update plan_versions set text = 'Otro texto'")]
    [InlineData("delete from plan_versions")]
    public async Task What_was_published_is_bound_by_sql_too(string sql)
    {
        var place = await BoundAsync();

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(place, sql));
    }

    [Fact]
    public async Task What_is_done_about_it_is_not_bound()
    {
        var place = await BoundAsync();

        await RunAsync(place, "update activities set percent = 10, status = 'InProgress', updated_on = '2026-03-01'");
    }

    private static (DateOnly?, int) Terms(ActivityState state) => (state.DueOn, state.Weight);

    private async Task<Tenant> BoundAsync() => await hub.AsAsync(
        await hub.NationalAsync(), scope => scope.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().AnyAsync(t => t.Slug == "puebla"))
        ? await hub.FindAsync("puebla")
        : (await RunningAsync("puebla")).Place;

    private async Task<(Tenant Place, IReadOnlyList<AddActivity.Input> Activities)> RunningAsync(string slug, int activities = 1)
    {
        var place = await hub.PlaceAsync(slug);
        return (place, await hub.AsAsync(place, scope => GivenPlans.RunningPlanAsync(scope, activities)));
    }

    private Task<Refusal?> WeighAsync(Tenant place, Guid change, IReadOnlyList<AddActivity.Input> activities, params int[] weights) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<WriteRoadmapPart>().WeighAsync(
            change, activities[0].CommitmentId, null, activities.Zip(weights).ToDictionary(pair => pair.First.Id, pair => pair.Second), default));

    private Task<Refusal?> DropAsync(Tenant place, Guid change, string reason) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<DropRoadmapChange>().ExecuteAsync(change, reason, default));

    private Task<List<PlanVersion>> VersionsAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().PlanVersions.AsNoTracking().OrderBy(version => version.Number).ToListAsync());

    private Task<List<string>> ActsAsync(Tenant place) =>
        hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().LedgerEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Act).ToListAsync());

    private async Task RunAsync(Tenant place, string sql)
    {
        await using var connection = await hub.OpenAsync(place.Id);
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
