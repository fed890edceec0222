using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Pages.BackOffice.Quick;

/// <summary>The plan that the short way works on, what it proposes, and its two steps: to the vote, and to the public.</summary>
public sealed class QuickPlan(
    ListPlanWork list, FindPlanWork find, CheckPublishGate check, FindOpenVote votes, FindSectorQuorum quorum, PlanSteps steps, OpenDecision open,
    DecisionLetters letters, SiteFacts site, TenantContext tenant, TimeProvider clock, IStringLocalizer<PlanWords> words, IStringLocalizer<DecisionWords> says)
{
    /// <summary>As many as the short way asks for; a place may write more.</summary>
    public const int Enough = 3;

    private const int DaysToVote = 5;
    private static readonly TimeOnly VoteEnds = new(18, 0);

    /// <param name="Plan">Null: none was begun.</param>
    /// <param name="OpenVote">The vote on its approval that is under way.</param>
    /// <param name="MissingSectors">Who does not sit in the secretariat, and whose vote it needs.</param>
    public sealed record Work(FindPlanWork.Result? Plan, PublishGate Gate, Guid? OpenVote, IReadOnlyList<Sector> MissingSectors)
    {
        public int Written => Plan?.Commitments.Count() ?? 0;

        public bool MayWrite => OpenVote is null && Plan is null or { IsOpen: true };
    }

    /// <summary>The plan in the making; where there is none, the latest that is public; null before the first.</summary>
    public async Task<Work> FindAsync(CancellationToken ct)
    {
        var plans = (await list.ExecuteAsync(ct)).FindAll(plan => !plan.IsTranscription);
        var row = plans.Find(plan => plan.Status < PlanStatus.Published) ?? plans.FirstOrDefault();
        var plan = row is null ? null : await find.ExecuteAsync(row.Slug, ct);
        var seated = await quorum.ExecuteAsync(tenant.Current.Today(clock), ct);
        return plan is null
            ? new Work(null, new PublishGate([]), null, seated.Missing)
            : new Work(plan, (await check.ExecuteAsync(plan.Id, ct))!, await votes.ExecuteAsync(Matter.ApprovePlan, plan.Id, ct), seated.Missing);
    }

    /// <summary>A year from the first day of next month, under a name that says so.</summary>
    public DraftPlan.Input Proposed(Guid id)
    {
        var today = tenant.Current.Today(clock);
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var until = from.AddYears(1).AddDays(-1);
        return new DraftPlan.Input
        {
            Id = id,
            Title = words["New_TitleProposed", from.Year == until.Year ? $"{from.Year}" : $"{from.Year}–{until.Year}"],
            StartsOn = from,
            EndsOn = until,
            Axes = [words["New_AxesProposed"]],
            IsDemonstration = site.IsDemonstration,
        };
    }

    /// <summary>Opens the consultation where it is still a draft, and asks the secretariat to vote in writing.</summary>
    public async Task<Refusal?> PutToVoteAsync(Work work, CancellationToken ct)
    {
        if (work is not { Plan: { IsOpen: true } plan, Gate.IsOpen: true })
        {
            return PlanRefusals.GateClosed;
        }

        if (plan.Status is PlanStatus.Draft && await steps.TakeAsync(PlanStep.OpenConsultation, plan, null, ct) is { } refusal)
        {
            return refusal;
        }

        var input = new OpenDecision.Input
        {
            Matter = Matter.ApprovePlan,
            SubjectId = plan.Id,
            ClosesAt = tenant.Current.InstantOf(tenant.Current.Today(clock).AddDays(DaysToVote), VoteEnds),
            Title = says["Title_ApprovePlan", plan.Title],
            Text = says["Draft_ApprovePlan", plan.Title],
            IsDemonstration = site.IsDemonstration,
        };
        return await open.ExecuteAsync(input, () => letters.Invitation(input.Id, input.Title, input.ClosesAt!.Value), ct);
    }

    public async Task<Refusal?> PublishAsync(Work work, CancellationToken ct)
    {
        try
        {
            return work.Plan is { } plan ? await steps.TakeAsync(PlanStep.Publish, plan, null, ct) : PlanRefusals.NotApproved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanRefusals.ChangedMeanwhile;
        }
    }
}
