using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.ActionPlans;

/// <summary>A draft with parts of every kind, and what tests ask of it.</summary>
internal static class GivenParts
{
    public static readonly Remover By = new(null, "Ayuntamiento");
    /// <summary>Two commitments with activities, one of them uneven, and one with actions.</summary>
    public static async Task<Parts> PartsAsync(this TestHub hub, Tenant place, bool complete = false)
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
        return new Parts(plan, axis, commitments, [first, second], activities);
    }

    public sealed record Parts(
        DraftPlan.Input Plan, AddAxis.Input Axis, AddCommitment.Input[] Commitments, AddAction.Input[] Actions, AddActivity.Input[] Activities);

    /// <summary>The canonical text of the whole plan, and every row with every column beside it.</summary>
    public static Task<string> TextAsync(this TestHub hub, Tenant place) => hub.AsAsync(place, async scope =>
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

    public static Task<Dictionary<Guid, int>> WeightsAsync(this TestHub hub, Tenant place, Guid commitmentId) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.CommitmentId == commitmentId).ToDictionaryAsync(a => a.Id, a => a.Weight));

    public static Task<int> RevisionOfAsync(this TestHub hub, Tenant place, Guid activityId) => hub.AsAsync(place, scope =>
        scope.GetRequiredService<HubDbContext>().Activities.Where(a => a.Id == activityId).Select(a => a.Revision).SingleAsync());

    public static Task<int> RevisionAsync(IServiceProvider scope) =>
        scope.GetRequiredService<HubDbContext>().ActionPlans.Where(p => p.Slug == "2026").Select(p => p.Revision).SingleAsync();

    public static async Task<string> AttemptAsync(Func<Task<Refusal?>> attempt)
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

    public static Task<Refusal?> RunAsync<T>(this TestHub hub, Tenant place, Func<T, Task<Refusal?>> run)
        where T : notnull => hub.RunAsync<T, Refusal?>(place, run);

    public static Task<TResult> RunAsync<T, TResult>(this TestHub hub, Tenant place, Func<T, Task<TResult>> run)
        where T : notnull => hub.AsAsync(place, scope => run(scope.GetRequiredService<T>()));
}
