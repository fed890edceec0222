using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.ActionPlans;

/// <summary>Parts of a draft are changed by several people at once, taken out and brought back: nothing is lost that nobody saw go.</summary>
public sealed class PlanPartsCommandsTests(TestHub hub) : IClassFixture<TestHub>
{
    private static readonly Remover By = new(null, "Ayuntamiento");

    [Fact]
    public async Task Undoing_a_removal_brings_back_the_plan_bit_for_bit()
    {
        var place = await hub.PlaceAsync("durango");
        var draft = await DraftAsync(place);
        var whole = await TextAsync(place);

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
        var draft = await DraftAsync(place);
        var whole = await TextAsync(place);
        var removed = new List<Guid>();

        foreach (var activity in draft.Activities.Take(3))
        {
            removed.Add(Guid.CreateVersion7());
            Assert.Null(await RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(activity.Id, 0, removed[^1], By, default)));
        }

        removed.Add(Guid.CreateVersion7());
        Assert.Null(await hub.AsAsync(place, async scope => await scope.GetRequiredService<RemoveCommitment>()
            .ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), removed[^1], By, default)));

        Assert.Equal(RemovedPartRefusals.WithoutParent, await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[0], default)));

        for (var i = removed.Count - 1; i >= 0; i--)
        {
            Assert.Null(await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[i], default)));
        }

        Assert.Equal(whole, await TextAsync(place));
        Assert.Equal(RemovedPartRefusals.NotThere, await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed[0], default)));
    }

    [Fact]
    public async Task What_was_taken_meanwhile_is_given_a_free_place()
    {
        var place = await hub.PlaceAsync("oaxaca");
        var draft = await DraftAsync(place);
        var removed = Guid.CreateVersion7();
        Assert.Null(await hub.AsAsync(place, async scope => await scope.GetRequiredService<RemoveCommitment>()
            .ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), removed, By, default)));
        Assert.Null(await RunAsync<AddCommitment>(place, add => add.ExecuteAsync(GivenPlans.Commitment(draft.Plan, draft.Axis, number: 3), default)));

        Assert.Null(await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));

        var found = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Commitments
            .OrderBy(c => c.Number).Select(c => new { c.Number, c.Slug }).ToListAsync());
        Assert.Equal([(1, "agua-limpia-2"), (2, "ladrilleras"), (3, "vacantes"), (4, "agua-limpia")], found.Select(c => (c.Number, c.Slug)));
    }

    [Fact]
    public async Task A_restored_activity_shares_with_those_that_came_meanwhile()
    {
        var place = await hub.PlaceAsync("tlaxcala");
        var draft = await DraftAsync(place);
        var removed = Guid.CreateVersion7();
        Assert.Null(await RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(draft.Activities[1].Id, 0, removed, By, default)));
        Assert.Null(await RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(draft.Commitments[0]), default)));

        Assert.Null(await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));

        var found = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities
            .Where(a => a.CommitmentId == draft.Commitments[0].Id).OrderBy(a => a.Position).Select(a => new { a.Id, a.Weight }).ToListAsync());
        Assert.Equal(10_000, found.Sum(a => a.Weight));
        Assert.Equal((draft.Activities[1].Id, 3000), (found[1].Id, found[1].Weight));
    }

    [Fact]
    public async Task A_removal_and_an_edit_at_once_lose_nothing_unseen()
    {
        var place = await hub.PlaceAsync("veracruz");
        var draft = await DraftAsync(place);
        var activity = draft.Activities[0];

        for (var round = 0; round < Stress.Rounds(40); round++)
        {
            var (removed, revision, text) = (Guid.CreateVersion7(), await RevisionOfAsync(place, activity.Id), $"Versión {round}");
            var edit = AttemptAsync(() => RunAsync<ReviseActivity>(place, revise => revise.ExecuteAsync(
                new() { ActivityId = activity.Id, Revision = revision, Text = new() { Description = text, DueOn = activity.DueOn } }, default)));
            var removal = AttemptAsync(() => RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(activity.Id, revision, removed, By, default)));
            var outcomes = await Task.WhenAll(edit, removal);

            // Exactly one was first; the other one is told, and what it wrote is still in front of its author.
            Assert.Single(outcomes, outcome => outcome == "done");
            Assert.Contains(outcomes, outcome => outcome is "changed" or "activity.removed");

            if (outcomes[1] == "done")
            {
                Assert.Null(await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));
            }

            var now = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.Id == activity.Id).Select(a => a.Description).SingleAsync());
            Assert.Equal(outcomes[0] == "done", now == text);
        }
    }

    [Fact]
    public async Task Many_who_add_move_and_weigh_at_once_leave_the_commitment_whole()
    {
        var place = await hub.PlaceAsync("hidalgo");
        var draft = await DraftAsync(place);
        var commitment = draft.Commitments[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => AttemptAsync(() => (i % 3) switch
        {
            0 => RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(commitment), default)),
            1 => RunAsync<MoveActivity>(place, move => move.ExecuteAsync(draft.Activities[i % 2].Id, Direction.Down, default)),
            _ => RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, Guid.CreateVersion7(), default)),
        })));

        Assert.Equal(8, outcomes.Count(outcome => outcome == "done"));
        var found = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities
            .Where(a => a.CommitmentId == commitment.Id).Select(a => new { a.Position, a.Weight }).ToListAsync());
        Assert.Equal(10_000, found.Sum(a => a.Weight));
        Assert.Equal(Enumerable.Range(0, found.Count), found.Select(a => a.Position).Order());
    }

    [Fact]
    public async Task Whoever_works_from_an_old_text_or_old_weights_is_told()
    {
        var place = await hub.PlaceAsync("chiapas");
        var draft = await DraftAsync(place);
        var (activity, commitment) = (draft.Activities[0], draft.Commitments[0]);
        var revise = new ReviseActivity.Input { ActivityId = activity.Id, Revision = 0, Text = new() { Description = "Una" } };
        var seen = await WeightsAsync(place, commitment.Id);
        Assert.Null(await RunAsync<ReviseActivity>(place, command => command.ExecuteAsync(revise, default)));
        Assert.Null(await RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(commitment), default)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RunAsync<ReviseActivity>(place, command =>
            command.ExecuteAsync(revise with { Text = new() { Description = "Otra" } }, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RunAsync<RemoveActivity>(place, command =>
            command.ExecuteAsync(activity.Id, 0, Guid.CreateVersion7(), By, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RunAsync<SetWeights>(place, command =>
            command.ExecuteAsync(new() { CommitmentId = commitment.Id, Seen = seen, Weights = seen }, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RunAsync<RemoveCommitment>(place, command =>
            command.ExecuteAsync(commitment.Id, 1, Guid.CreateVersion7(), By, default)));
        Assert.Empty(await RunAsync<ListRemovedParts, List<ListRemovedParts.Row>>(place, list => list.ExecuteAsync("2026", default)));
    }

    [Fact]
    public async Task A_commitment_that_another_plan_continues_stays()
    {
        var place = await hub.PlaceAsync("jalisco");
        var draft = await DraftAsync(place);
        var later = GivenPlans.Plan("2027") with { Title = "Plan 2027" };
        var axis = new AddAxis.Input { PlanId = later.Id, Title = "Agua" };
        Assert.Null(await RunAsync<DraftPlan>(place, command => command.ExecuteAsync(later, default)));
        Assert.Null(await RunAsync<AddAxis>(place, command => command.ExecuteAsync(axis, default)));
        Assert.Null(await RunAsync<AddCommitment>(place, command =>
            command.ExecuteAsync(GivenPlans.Commitment(later, axis, shortTitle: "Sigue") with { ContinuationOf = "agua-limpia" }, default)));

        Assert.Equal(CommitmentRefusals.IsContinued with { Detail = "Plan 2027" }, await hub.AsAsync(place, async scope =>
            await scope.GetRequiredService<RemoveCommitment>().ExecuteAsync(draft.Commitments[0].Id, await RevisionAsync(scope), Guid.CreateVersion7(), By, default)));
    }

    [Fact]
    public async Task Nothing_that_was_published_can_be_deleted_and_what_was_removed_before_is_gone()
    {
        var place = await hub.PlaceAsync("zacatecas");
        var draft = await DraftAsync(place, complete: true);
        var removed = Guid.CreateVersion7();
        Assert.Null(await RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(draft.Activities[0].Id, 0, removed, By, default)));
        await hub.AsAsync(place, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<OpenConsultation>().ExecuteAsync(draft.Plan.Id, new(2026, 1, 5), default));
            Assert.Null(await scope.GetRequiredService<ApprovePlan>().ExecuteAsync(draft.Plan.Id, GivenPlans.Agreement, new(2026, 1, 20), default));
        });
        Assert.Equal(PlanRefusals.ApprovedTextIsBound, await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));
        Assert.Null(await RunAsync<PublishPlan>(place, publish => publish.ExecuteAsync(draft.Plan.Id, GivenPlans.PublishedOn, default)));

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
        string[] publicOnly = ["progress_reports", "evidence_items"];
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
        Assert.NotEqual(whole, await TextAsync(place));
        Assert.Null(await RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(planId, removed, default)));
        Assert.Equal(whole, await TextAsync(place));
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

    /// <summary>Two commitments with activities, one of them uneven, and one with actions.</summary>
    private async Task<Draft> DraftAsync(Tenant place, bool complete = false)
    {
        var plan = GivenPlans.Plan();
        var axis = new AddAxis.Input { PlanId = plan.Id, Title = "Agua" };
        AddCommitment.Input[] commitments =
        [
            GivenPlans.Commitment(plan, axis), GivenPlans.Commitment(plan, axis, 2, "Ladrilleras"), GivenPlans.Commitment(plan, axis, 3, "Vacantes"),
        ];
        var (first, second) = (new AddAction.Input { CommitmentId = commitments[2].Id, Title = "Medir" }, new AddAction.Input { CommitmentId = commitments[2].Id, Title = "Publicar" });
        AddActivity.Input[] activities =
        [
            GivenPlans.Activity(commitments[0]) with { Weight = 5000 },
            GivenPlans.Activity(commitments[0]) with { Weight = 3000, Description = "Con \"comillas\", ñ y \\ barras", CivilSocietyOwner = complete ? "Consejo" : null },
            GivenPlans.Activity(commitments[0]) with { Weight = 2000, StartsOn = new(2026, 2, 1) },
            GivenPlans.Activity(commitments[1]),
            GivenPlans.Activity(commitments[1]),
            GivenPlans.Activity(commitments[1]) with { MeansOfVerification = [] },
            GivenPlans.Activity(commitments[2]) with { ActionId = first.Id },
            GivenPlans.Activity(commitments[2]) with { ActionId = second.Id },
            GivenPlans.Activity(commitments[2]) with { ActionId = second.Id },
        ];
        await hub.AsAsync(place, async scope =>
        {
            Assert.Null(await scope.GetRequiredService<DraftPlan>().ExecuteAsync(plan, default));
            Assert.Null(await scope.GetRequiredService<AddAxis>().ExecuteAsync(axis, default));

            foreach (var commitment in commitments)
            {
                Assert.Null(await scope.GetRequiredService<AddCommitment>().ExecuteAsync(commitment, default));
            }

            foreach (var action in new[] { first, second })
            {
                Assert.Null(await scope.GetRequiredService<AddAction>().ExecuteAsync(action, default));
            }

            foreach (var activity in activities)
            {
                Assert.Null(await scope.GetRequiredService<AddActivity>().ExecuteAsync(activity, default));
            }
        });
        return new Draft(plan, axis, commitments, [first, second], activities);
    }

    private sealed record Draft(
        DraftPlan.Input Plan, AddAxis.Input Axis, AddCommitment.Input[] Commitments, AddAction.Input[] Actions, AddActivity.Input[] Activities);

    /// <summary>The canonical text of the whole plan, and every row with every column beside it.</summary>
    private Task<string> TextAsync(Tenant place) => hub.AsAsync(place, async scope =>
    {
        var db = scope.GetRequiredService<HubDbContext>();
        var plan = await db.ActionPlans.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(p => p.Axes)
            .Include(p => p.Commitments).ThenInclude(c => c.Axis)
            .Include(p => p.Commitments).ThenInclude(c => c.Actors)
            .Include(p => p.Commitments).ThenInclude(c => c.Values)
            .Include(p => p.Commitments).ThenInclude(c => c.Links)
            .Include(p => p.Commitments).ThenInclude(c => c.Actions)
            .Include(p => p.Commitments).ThenInclude(c => c.Activities)
            .SingleAsync();
        var rows = await db.Database.SqlQuery<string>(
            $"""
            select row as "Value" from (
                select to_jsonb(c)::text as row from commitments c union all select to_jsonb(a)::text from commitment_actors a
                union all select to_jsonb(v)::text from commitment_values v union all select to_jsonb(l)::text from commitment_links l
                union all select to_jsonb(a)::text from commitment_actions a union all select to_jsonb(a)::text from activities a) as all_rows
            order by row
            """).ToListAsync();
        return PlanText.Whole(plan, new Dictionary<Guid, string>()) + string.Join('\n', rows);
    });

    private Task<Dictionary<Guid, int>> WeightsAsync(Tenant place, Guid commitmentId) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.CommitmentId == commitmentId).ToDictionaryAsync(a => a.Id, a => a.Weight));

    private Task<int> RevisionOfAsync(Tenant place, Guid activityId) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.Id == activityId).Select(a => a.Revision).SingleAsync());

    private static Task<int> RevisionAsync(IServiceProvider scope) =>
        scope.GetRequiredService<HubDbContext>().ActionPlans.Where(p => p.Slug == "2026").Select(p => p.Revision).SingleAsync();

    private static async Task<string> AttemptAsync(Func<Task<Refusal?>> attempt)
    {
        try
        {
            return (await attempt())?.Code ?? "done";
        }
        catch (DbUpdateConcurrencyException)
        {
            return "changed";
        }
    }

    private Task<Refusal?> RunAsync<T>(Tenant place, Func<T, Task<Refusal?>> run)
        where T : notnull => RunAsync<T, Refusal?>(place, run);

    private Task<TResult> RunAsync<T, TResult>(Tenant place, Func<T, Task<TResult>> run)
        where T : notnull => hub.AsAsync(place, scope => run(scope.GetRequiredService<T>()));
}
