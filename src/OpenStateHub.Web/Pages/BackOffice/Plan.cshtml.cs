using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>One plan as it stands, what it lacks, and its next step.</summary>
[Requires(Right.EditPlans)]
public sealed class PlanModel(
    FindPlanWork find, CheckPublishGate check, PlanSteps steps, FindOpenVote votes, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["on"] = nameof(On) };

    /// <summary>The step that the form offered: a form sent twice, or again from the back button, does nothing twice.</summary>
    [BindProperty]
    public PlanStep Step { get; set; }

    /// <summary>Empty: today.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    public FindPlanWork.Result Plan { get; private set; } = null!;

    public PublishGate Gate { get; private set; } = null!;

    /// <summary>The vote on its approval that is under way; null where there is none.</summary>
    public Guid? OpenVote { get; private set; }

    [BindProperty(Name = "paso", SupportsGet = true)]
    public PlanStep? Asked { get; set; }

    public PlanStep Next =>
        (Asked is PlanStep.StartImplementation && MayStartFirst) || (Asked is PlanStep.ReopenConsultation && MayReopen) ? Asked.Value
        : StepOf(Plan.Status, Plan.IsTranscription);

    /// <summary>Its text is bound and it is not public yet: what it lacks is mended by consulting again.</summary>
    public bool MayReopen => Plan is { IsTranscription: false, Status: PlanStatus.Approved };

    /// <summary>The period of a transcription is over, so it is closed next; its source may tell when its implementation began.</summary>
    public bool MayStartFirst => Plan is { IsTranscription: true, Status: PlanStatus.Published };

    public bool IsPublic => Plan.PublishedOn is not null;

    public bool MustPassGate => !IsPublic && !Plan.IsTranscription;

    /// <summary>A transcription has no steps before its publication: its source tells what it tells.</summary>
    public static PlanStep StepOf(PlanStatus status, bool isTranscription) => status switch
    {
        < PlanStatus.Published when isTranscription => PlanStep.Publish,
        PlanStatus.Draft => PlanStep.OpenConsultation,
        PlanStatus.Consultation => PlanStep.Approve,
        PlanStatus.Approved => PlanStep.Publish,
        PlanStatus.Published => isTranscription ? PlanStep.Close : PlanStep.StartImplementation,
        PlanStatus.InImplementation => PlanStep.Close,
        _ => PlanStep.None,
    };

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => ShowAsync(slug, ct);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await ShowAsync(slug, ct) is not PageResult page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return page;
        }

        if (await TakeAsync(ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/plan/{Plan.Slug}"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return await ShowAsync(slug, ct);
    }

    /// <summary>What lacks it in the plan: the activity or the action that the gate names.</summary>
    public string? PartOf(PublishGate.Item item) =>
        Plan.Commitments.SelectMany(commitment => commitment.Activities.Select(a => (a.Id, Title: a.Description)).Concat(commitment.Actions.Select(a => (a.Id, a.Title))))
            .Where(part => part.Id == item.Part)
            .Select(part => part.Title)
            .FirstOrDefault();

    /// <summary>The field where what is missing is written.</summary>
    public string AddressOf(PublishGate.Item item)
    {
        var commitment = $"/gestion/plan/{Plan.Slug}/compromisos/{item.Commitment ?? "nuevo"}";
        return item.What switch
        {
            Missing.Problem => $"{commitment}#form-problem",
            Missing.Value => $"{commitment}#form-value",
            Missing.DatesInsidePlan => $"{commitment}#form-startson",
            Missing.DatedActivity or Missing.ActivityOfAction => $"{commitment}/actividades#agregar",
            Missing.GovernmentOwner => $"{commitment}/actividades/{item.Part}#form-governmentowner",
            Missing.CivilSocietyOwner => $"{commitment}/actividades/{item.Part}#form-civilsocietyowner",
            Missing.WholeWeights => $"{commitment}/pesos{(item.Part is { } action ? $"?accion={action}" : "")}",
            _ => commitment,
        };
    }

    private async Task<Refusal?> TakeAsync(CancellationToken ct)
    {
        await me.ActAsync(ct);

        try
        {
            return await steps.TakeAsync(Step, Plan, On, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanRefusals.ChangedMeanwhile;
        }
    }

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken ct)
    {
        if (await find.ExecuteAsync(slug, ct) is not { } found || await check.ExecuteAsync(found.Id, ct) is not { } gate)
        {
            return NotFound();
        }

        (Plan, Gate, OpenVote) = (found, gate, await votes.ExecuteAsync(Matter.ApprovePlan, found.Id, ct));
        return Page();
    }
}
