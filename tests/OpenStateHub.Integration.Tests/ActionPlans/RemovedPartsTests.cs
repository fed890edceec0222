using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;
using static OpenStateHub.Integration.Tests.ActionPlans.GivenParts;

namespace OpenStateHub.Integration.Tests.ActionPlans;

/// <summary>Parts of a draft are taken out and brought back as they were; what binds is never deleted.</summary>
public sealed class RemovedPartsTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task Undoing_a_removal_brings_back_the_plan_bit_for_bit()
    {
        var place = await hub.PlaceAsync("durango");
        var draft = await hub.PartsAsync(place);
        var whole = await hub.TextAsync(place);

        foreach (var activity in draft.Activities)
        {
            await RoundTripAsync(place, draft.Plan.Id, whole, (removed, scope) => scope.GetRequiredService<RemoveActivity>().ExecuteAsync(activity.Id, 0, removed, By, default));
        }

        foreach (var action in draft.Actions)
        {
            await RoundTripAsync(place, draft.Plan.Id, whole, async (removed, scope) => await scope.GetRequiredService<RemoveAction>()
                .ExecuteAsync(action.Id, await RevisionAsync(scope), removed, By, default));
        }

        foreach (var commitment in draft.Commitments)
        {
            await RoundTripAsync(place, draft.Plan.Id, whole, async (removed, scope) => await scope.GetRequiredService<RemoveCommitment>()
                .ExecuteAsync(commitment.Id, await RevisionAsync(scope), removed, By, default));
        }
    }

    [Fact]
    public async Task Several_removals_come_back_in_the_opposite_order_bit_for_bit()
    {
        var place = await hub.PlaceAsync("morelos");
        var draft = await hub.PartsAsync(place);
        var whole = await hub.TextAsync(place);
        var removed = new List<Guid>();

        foreach (var activity in draft.Activities.Take(3))
        {
            removed.Add(Guid.CreateVersion7());
            Assert.Null(await hub.RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(activity.Id, 0, removed[^1], By, default)));
        }

        removed.Add(Guid.CreateVersion7());
        Assert.Null(await hub.AsAsync(place, async scope => await scope.GetRequiredService<RemoveCommitment>()
            .ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), removed[^1], By, default)));

        Assert.Equal(RemovedPartRefusals.WithoutParent, await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[0], default)));

        for (var i = removed.Count - 1; i >= 0; i--)
        {
            Assert.Null(await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[i], default)));
        }

        Assert.Equal(whole, await hub.TextAsync(place));
        Assert.Equal(RemovedPartRefusals.NotThere, await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[0], default)));
    }

    [Fact]
    public async Task What_was_taken_meanwhile_is_given_a_free_place()
    {
        var place = await hub.PlaceAsync("oaxaca");
        var draft = await hub.PartsAsync(place);
        var removed = Guid.CreateVersion7();
        Assert.Null(await hub.AsAsync(place, async scope => await scope.GetRequiredService<RemoveCommitment>()
            .ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), removed, By, default)));
        Assert.Null(await hub.RunAsync<AddCommitment>(place, add => add.ExecuteAsync(GivenPlans.Commitment(draft.Plan, draft.Axis, number: 3), default)));

        Assert.Null(await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));

        var found = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Commitments
            .OrderBy(c => c.Number).Select(c => new { c.Number, c.Slug }).ToListAsync());
        Assert.Equal([(1, "agua-limpia-2"), (2, "ladrilleras"), (3, "vacantes"), (4, "agua-limpia")], found.Select(c => (c.Number, c.Slug)));
    }

    [Fact]
    public async Task A_restored_activity_shares_with_those_that_came_meanwhile()
    {
        var place = await hub.PlaceAsync("tlaxcala");
        var draft = await hub.PartsAsync(place);
        var removed = Guid.CreateVersion7();
        Assert.Null(await hub.RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(draft.Activities[1].Id, 0, removed, By, default)));
        Assert.Null(await hub.RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(draft.Commitments[0]), default)));

        Assert.Null(await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));

        var found = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities
            .Where(a => a.CommitmentId == draft.Commitments[0].Id).OrderBy(a => a.Position).Select(a => new { a.Id, a.Weight }).ToListAsync());
        Assert.Equal(10_000, found.Sum(a => a.Weight));
        Assert.Equal((draft.Activities[1].Id, 3000), (found[1].Id, found[1].Weight));
    }

    [Fact]
    public async Task A_commitment_that_another_plan_continues_stays()
    {
        var place = await hub.PlaceAsync("jalisco");
        var draft = await hub.PartsAsync(place);
        var later = GivenPlans.Plan("2027") with { Title = "Plan 2027" };
        var axis = new AddAxis.Input { PlanId = later.Id, Title = "Agua" };
        Assert.Null(await hub.RunAsync<DraftPlan>(place, command => command.ExecuteAsync(later, default)));
        Assert.Null(await hub.RunAsync<AddAxis>(place, command => command.ExecuteAsync(axis, default)));
        Assert.Null(await hub.RunAsync<AddCommitment>(place, command =>
            command.ExecuteAsync(GivenPlans.Commitment(later, axis, shortTitle: "Sigue") with { ContinuationOf = "agua-limpia" }, default)));

        Assert.Equal(CommitmentRefusals.IsContinued with { Detail = "Plan 2027" }, await hub.AsAsync(place, async scope =>
            await scope.GetRequiredService<RemoveCommitment>().ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), Guid.CreateVersion7(), By, default)));
    }

    [Fact]
    public async Task Nothing_that_was_published_can_be_deleted_and_what_was_removed_before_is_gone()
    {
        var place = await hub.PlaceAsync("zacatecas");
        var draft = await hub.PartsAsync(place, complete: true);
        var removed = Guid.CreateVersion7();
        Assert.Null(await hub.RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(draft.Activities[0].Id, 0, removed, By, default)));
        await hub.AsAsync(place, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(draft.Plan.Id, new(2026, 1, 5), default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(draft.Plan.Id, GivenPlans.Agreement, new(2026, 1, 20), default));
        });
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));
        Assert.Null(await hub.RunAsync<PublishPlan>(place, publish => publish.ExecuteAsync(draft.Plan.Id, GivenPlans.PublishedOn, default)));

        Assert.Equal(0, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().RemovedPlanParts.CountAsync()));
        await using var connection = await hub.OpenAsync(place.Id);

        foreach (var table in await DeletableAsync())
        {
            await using var delete = new NpgsqlCommand($"delete from {table}", connection);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => delete.ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        }
    }

    /// <summary>A new table below a commitment fails here until a removal keeps its rows too.</summary>
    [Fact]
    public async Task Every_table_below_a_commitment_is_kept_with_it_or_only_ever_holds_what_is_public()
    {
        string[] publicOnly = ["progress_reports", "evidence_items", "indicator_values", "duty_records", "roadmap_items"];
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select distinct conrelid::regclass::text from pg_constraint
            where contype = 'f' and confrelid in ('commitments'::regclass, 'commitment_actions'::regclass, 'activities'::regclass)
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var below = new List<string>();

        while (await reader.ReadAsync())
        {
            below.Add(reader.GetString(0));
        }

        Assert.Equal((await DeletableAsync()).Order(), below.Except(publicOnly).Order());
    }

    private async Task RoundTripAsync(Tenant place, Guid planId, string whole, Func<Guid, IServiceProvider, Task<Refusal?>> remove)
    {
        var removed = Guid.CreateVersion7();
        Assert.Null(await hub.AsAsync(place, scope => remove(removed, scope)));
        Assert.NotEqual(whole, await hub.TextAsync(place));
        Assert.Null(await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(planId, removed, default)));
        Assert.Equal(whole, await hub.TextAsync(place));
    }

    /// <summary>Every table whose rows the trigger guards.</summary>
    private async Task<List<string>> DeletableAsync()
    {
        await using var connection = new NpgsqlConnection(hub.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select tgrelid::regclass::text from pg_trigger where tgname = 'keep_what_binds'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();

        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
