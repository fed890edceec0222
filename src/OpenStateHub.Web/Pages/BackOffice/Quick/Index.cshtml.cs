using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Quick;

/// <summary>The short way to a published plan: one commitment a page, then the check, the vote and the publication.</summary>
[LocalOnly]
[Requires(Right.EditPlans)]
public sealed class IndexModel(
    QuickPlan quick, WriteQuickCommitment write, FormKeeping keeping, CurrentPerson me, IStringLocalizer<StartWords> words,
    IStringLocalizer<PlanWords> plans, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/plan/rapido";

    private const string FormName = "quick";

    [BindProperty]
    public QuickForm Form { get; set; } = new();

    public QuickPlan.Work Work { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>Somebody wants one more than the short way asks for.</summary>
    [BindProperty(Name = "otro", SupportsGet = true)]
    public bool Another { get; set; }

    public DraftPlan.Input Proposed { get; private set; } = null!;

    /// <summary>The last day that an activity may be due on.</summary>
    public DateOnly? EndsOn => Work.Plan is { } plan ? plan.EndsOn : Proposed.EndsOn;

    public bool Writes => Work.MayWrite && (Work.Written < QuickPlan.Enough || Another);

    private string Subject => $"{Work.Plan?.Slug}/{Work.Written}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Kept = await keeping.OpenAsync(FormName, Subject, "", ct);
        Form = new QuickForm { Id = Guid.CreateVersion7(), PlanId = Guid.CreateVersion7(), DueOn = EndsOn };

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Kept = keeping.Sent(FormName, Subject);

        foreach (var field in Form.Missing)
        {
            var label = field is nameof(Form.Activity) or nameof(Form.Deliverable) or nameof(Form.DueOn) ? words[$"Quick_{field}"] : plans[$"Commitment_{field}"];
            ModelState.AddModelError($"{nameof(Form)}.{field}", words["Quick_Missing", label.Value]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var planId = Work.Plan?.Id ?? Form.PlanId;
        var input = Form.Input(planId, Work.Plan is null ? quick.Proposed(planId) : null);

        if (await PlanEditing.TryAsync(() => write.ExecuteAsync(input, ct)) is { } refusal)
        {
            return Refuse(refusal);
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep(Kept.SavedAddress(Address)));
    }

    public async Task<IActionResult> OnPostVoteAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await me.ActAsync(ct);
        return await quick.PutToVoteAsync(Work, ct) is { } refusal ? await ShowAsync(refusal, ct) : LocalRedirect(Languages.Keep(Address));
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        await me.ActAsync(ct);
        return await quick.PublishAsync(Work, ct) is { } refusal ? await ShowAsync(refusal, ct) : LocalRedirect(Languages.Keep(Address));
    }

    private async Task<PageResult> ShowAsync(Refusal refusal, CancellationToken ct)
    {
        ModelState.Clear();
        await OnGetAsync(ct);
        return Refuse(refusal);
    }

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.Refuse(refusal, reasons, QuickForm.Fields);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Work = await quick.FindAsync(ct);
        Proposed = quick.Proposed(Guid.Empty);
    }
}
