using OpenStateHub.Core;
using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>Each step that the page of a plan offers, and the command that takes it.</summary>
public sealed class PlanSteps(OpenConsultation open, PublishPlan publish, StartImplementation start, ClosePlan close)
{
    public Task<Refusal?> TakeAsync(PlanStep step, FindPlanWork.Result plan, DateOnly? on, CancellationToken ct) => step switch
    {
        // The rule lets an approved plan be consulted again, which voids its approval: never by a form of yesterday.
        PlanStep.OpenConsultation => plan.Status is PlanStatus.Draft
            ? open.ExecuteAsync(plan.Id, on, ct)
            : Task.FromResult<Refusal?>(PlanRefusals.NotInDraft),
        PlanStep.ReopenConsultation => plan.Status is PlanStatus.Approved
            ? open.ExecuteAsync(plan.Id, on, ct)
            : Task.FromResult<Refusal?>(PlanRefusals.NotApproved),

        // Nobody approves it here: the secretariat does, by its vote.
        PlanStep.Approve => Task.FromResult<Refusal?>(PlanRefusals.WithoutAgreement),
        PlanStep.Publish => publish.ExecuteAsync(plan.Id, on, ct),
        PlanStep.StartImplementation => start.ExecuteAsync(plan.Id, on, ct),
        PlanStep.Close => close.ExecuteAsync(plan.Id, on, ct),
        _ => Task.FromResult<Refusal?>(PlanRefusals.ChangedMeanwhile),
    };
}
