using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;
using static OpenStateHub.Integration.Tests.ActionPlans.GivenParts;

namespace OpenStateHub.Integration.Tests.ActionPlans;

/// <summary>Parts of a draft are changed by several people at once: nothing is lost that nobody saw go.</summary>
public sealed class PartsAtOnceTests(TestHub hub) : IClassFixture<TestHub>
{
    [Fact]
    public async Task A_removal_and_an_edit_at_once_lose_nothing_unseen()
    {
        var place = await hub.PlaceAsync("veracruz");
        var draft = await hub.PartsAsync(place);
        var activity = draft.Activities[0];

        for (var round = 0; round < Stress.Rounds(40); round++)
        {
            var (removed, revision, text) = (Guid.CreateVersion7(), await hub.RevisionOfAsync(place, activity.Id), $"Versión {round}");
            var edit = AttemptAsync(() => hub.RunAsync<ReviseActivity>(place, revise => revise.ExecuteAsync(
                new() { ActivityId = activity.Id, Revision = revision, Text = new() { Description = text, DueOn = activity.DueOn } }, default)));
            var removal = AttemptAsync(() => hub.RunAsync<RemoveActivity>(place, remove => remove.ExecuteAsync(activity.Id, revision, removed, By, default)));
            var outcomes = await Task.WhenAll(edit, removal);

            // Exactly one was first; the other one is told, and what it wrote is still in front of its author.
            Assert.Single(outcomes, outcome => outcome == "done");
            Assert.Contains(outcomes, outcome => outcome is "changed" or "activity.removed");

            if (outcomes[1] == "done")
            {
                Assert.Null(await hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, removed, default)));
            }

            var now = await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.Id == activity.Id).Select(a => a.Description).SingleAsync());
            Assert.Equal(outcomes[0] == "done", now == text);
        }
    }

    [Fact]
    public async Task Many_who_add_move_and_weigh_at_once_leave_the_commitment_whole()
    {
        var place = await hub.PlaceAsync("hidalgo");
        var draft = await hub.PartsAsync(place);
        var commitment = draft.Commitments[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => AttemptAsync(() => (i % 3) switch
        {
            0 => hub.RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(commitment), default)),
            1 => hub.RunAsync<MoveActivity>(place, move => move.ExecuteAsync(draft.Activities[i % 2].Id, Direction.Down, default)),
            _ => hub.RunAsync<RestorePlanPart>(place, restore => restore.ExecuteAsync(draft.Plan.Id, Guid.CreateVersion7(), default)),
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
        var draft = await hub.PartsAsync(place);
        var (activity, commitment) = (draft.Activities[0], draft.Commitments[0]);
        var revise = new ReviseActivity.Input { ActivityId = activity.Id, Revision = 0, Text = new() { Description = "Una" } };
        var seen = await hub.WeightsAsync(place, commitment.Id);
        Assert.Null(await hub.RunAsync<ReviseActivity>(place, command => command.ExecuteAsync(revise, default)));
        Assert.Null(await hub.RunAsync<AddActivity>(place, add => add.ExecuteAsync(GivenPlans.Activity(commitment), default)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => hub.RunAsync<ReviseActivity>(place, command =>
            command.ExecuteAsync(revise with { Text = new() { Description = "Otra" } }, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => hub.RunAsync<RemoveActivity>(place, command =>
            command.ExecuteAsync(activity.Id, 0, Guid.CreateVersion7(), By, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => hub.RunAsync<SetWeights>(place, command =>
            command.ExecuteAsync(new() { CommitmentId = commitment.Id, Seen = seen, Weights = seen }, default)));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => hub.RunAsync<RemoveCommitment>(place, command =>
            command.ExecuteAsync(commitment.Id, 1, Guid.CreateVersion7(), By, default)));
        Assert.Empty(await hub.RunAsync<ListRemovedParts, List<ListRemovedParts.Row>>(place, list => list.ExecuteAsync("2026", default)));
    }
}
