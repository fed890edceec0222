using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Onboarding.Start;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Web.Pages.Start;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>What needs you now.</summary>
[Requires(Right.EnterBackOffice)]
public sealed class IndexModel(
    FindStart start, ListOpenMatters list, ListMyDue due, IEnumerable<IMatters> rooms, ListPlanWork plans, CurrentPerson me, IStringLocalizer<AccountWords> words,
    IStringLocalizer<PlanWords> steps) : PageModel
{
    public Actor Actor { get; private set; } = null!;

    public bool MayManagePeople { get; private set; }

    public bool MayManageSettings { get; private set; }

    public bool MayEditPlans { get; private set; }

    /// <summary>Nobody has begun a plan here.</summary>
    public bool HasNoPlan { get; private set; }

    /// <summary>What the reader owns; null where they own nothing.</summary>
    public ListMyDue.Found? Due { get; private set; }

    /// <summary>What they own is all there is for them here: it is their home.</summary>
    public bool OnlyOwns { get; private set; }

    /// <summary>What the page that led here did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Waiting> Matters { get; private set; } = [];

    /// <summary>What comes next where nothing waits.</summary>
    public string Next => !MayEditPlans ? words["Office_NothingNext"] : HasNoPlan ? words["Office_NothingNextNoPlan"] : words["Office_NothingNextPlan"];

    /// <summary>Asked for what waits, whether the place has begun or not.</summary>
    [BindProperty(Name = "ver", SupportsGet = true)]
    public string? See { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (See is null && Done is null && await me.MayAsync(Right.ManageSettings, ct) && !await start.IsOverAsync(ct))
        {
            return LocalRedirect(Languages.Keep(StartGuide.Address));
        }

        Actor = await me.ActorAsync(ct);
        MayManagePeople = await me.MayAsync(Right.ManagePeople, ct);
        MayManageSettings = await me.MayAsync(Right.ManageSettings, ct);
        MayEditPlans = await me.MayAsync(Right.EditPlans, ct);

        var grants = await me.GrantsAsync(ct);
        OnlyOwns = grants.Where(grant => grant.Role.May(Right.EnterBackOffice)).All(grant => grant.Role is Role.ActivityOwner);
        Due = await me.MayAsync(Right.ReportProgress, ct) ? await due.ExecuteAsync(me.Id, ct) : null;
        var found = await list.ExecuteAsync(MayEditPlans, OnlyOwns ? [] : null, ct);
        var waiting = new List<Waiting>();

        foreach (var room in rooms)
        {
            waiting.AddRange(await room.ListAsync(ct));
        }

        Matters = [.. waiting, .. found.Late.Select(Of), .. found.Plans.Select(Of)];
        HasNoPlan = Matters.Count == 0 && MayEditPlans && (await plans.ExecuteAsync(ct)).Count == 0;
        return Page();
    }

    private Waiting Of(ListOpenMatters.LateRow late) => new(
        "late", "exclamation-triangle-fill", late.Commitment,
        late.Count == 1 ? words["Matter_LateOne", Dates.Words(late.DueOn)] : words["Matter_LateMany", late.Count, Dates.Words(late.DueOn)],
        $"/compromisos/{late.CommitmentSlug}");

    private Waiting Of(ListOpenMatters.PlanRow plan) => new("going", "hourglass-split", plan.Title, WhyOf(plan), $"/gestion/plan/{plan.Slug}");

    private string WhyOf(ListOpenMatters.PlanRow plan)
    {
        if (plan.IsTranscription)
        {
            return steps[$"Next_{PlanModel.StepOf(plan.Status, isTranscription: true)}"];
        }

        return plan.Missing == 0 ? words[$"Matter_PlanReady_{plan.Status}"] : words[$"Matter_PlanLacks_{plan.Status}", plan.Missing];
    }
}
