using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>A new draft: its title and period, from nothing or from an earlier plan.</summary>
[Requires(Right.EditPlans)]
public sealed class NewPlanModel(
    ListPlanWork list, DraftPlan draft, FormKeeping keeping, TenantContext tenant, TimeProvider clock,
    IStringLocalizer<PlanWords> words, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string FormName = "plan";
    private const string Subject = "nuevo";

    private HashSet<string> taken = [];

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>Plans to begin with, the last one first; drafts are no example.</summary>
    public IReadOnlyList<ListPlanWork.Row> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Kept = await keeping.OpenAsync(FormName, Subject, "", ct);
        Form = Proposed();

        if (Kept.Typed is { } typed)
        {
            Form = new PlanForm();
            await TryUpdateModelAsync(Form, nameof(Form), typed);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Kept = keeping.Sent(FormName, Subject);

        if (ModelState.IsValid)
        {
            var head = Form.Head;
            var refusal = await draft.ExecuteAsync(
                new DraftPlan.Input
                {
                    Id = Form.Id == Guid.Empty ? Guid.CreateVersion7() : Form.Id,
                    Title = head.Title,
                    Summary = head.Summary,
                    StartsOn = head.StartsOn,
                    EndsOn = head.EndsOn,
                    Axes = [.. Form.AxisTitles],
                    From = string.IsNullOrEmpty(Form.From) ? null : Form.From,
                    Continues = Form.Continues,
                },
                ct);

            if (refusal is null)
            {
                await keeping.ForgetAsync(Kept, ct);
                return LocalRedirect(Languages.Keep(Kept.SavedAddress($"/gestion/plan/{Codes.SlugOf(head.Title)}{(Form.BeginsEmpty ? "/compromisos/nuevo" : "")}")));
            }

            ModelState.Refuse(refusal, reasons, PlanForm.Fields);
        }

        await LoadAsync(ct);
        return Page();
    }

    /// <summary>A year from the first day of next month, which is what most local plans cover; whoever wants another writes over it.</summary>
    private PlanForm Proposed()
    {
        var today = tenant.Current.Today(clock);
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1);
        var until = from.AddYears(1).AddDays(-1);
        var title = words["New_TitleProposed", from.Year == until.Year ? $"{from.Year}" : $"{from.Year}–{until.Year}"].Value;
        return new PlanForm
        {
            Id = Guid.CreateVersion7(),
            Title = taken.Contains(Codes.SlugOf(title)) ? null : title,
            StartsOn = from,
            EndsOn = until,
            Axes = taken.Count == 0 ? words["New_AxesProposed"].Value : null,
            Continues = true,
        };
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var plans = await list.ExecuteAsync(ct);
        taken = [.. plans.Select(plan => plan.Slug)];
        Earlier = [.. plans.Where(plan => plan.Status >= PlanStatus.Published && plan.Commitments > 0)];
    }
}
