using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Duties;

/// <summary>Says that the place has a duty otherwise than usual, and from which source.</summary>
[Requires(Right.EditPlans)]
public sealed class EditModel(HubDbContext db, ReadDuties read, ChangeDuty change, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "codigo", SupportsGet = true)]
    public DutyCode? Code { get; set; }

    [BindProperty]
    public bool IsApplicable { get; set; }

    [BindProperty]
    public int? Times { get; set; }

    [BindProperty]
    public int? Months { get; set; }

    [BindProperty]
    public DateOnly? EffectiveFrom { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Of the place's own row as it was read; 0 where it has none.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public DutyRule Rule { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        (IsApplicable, Times, Months, EffectiveFrom, Source) = (Rule.IsApplicable, Rule.Times, Rule.Months, Rule.EffectiveFrom, Rule.Source);
        Revision = await RevisionAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new ChangeDuty.Input
            {
                Code = Rule.Code,
                IsApplicable = IsApplicable,
                Times = Rule.IsOnce ? 1 : Times,
                Months = Months,
                EffectiveFrom = EffectiveFrom,
                Source = Source,
            };

            if (await change.ExecuteAsync(input, Revision, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
            Revision = await RevisionAsync(ct);
            ModelState.Remove(nameof(Revision));
        }

        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if ((await read.RulesAsync(ct)).FirstOrDefault(rule => rule.Code == Code) is not { } found)
        {
            return false;
        }

        Rule = found;
        return true;
    }

    private Task<int> RevisionAsync(CancellationToken ct) =>
        db.Duties.Where(duty => duty.Code == Rule.Code).Select(duty => duty.Revision).SingleOrDefaultAsync(ct);
}
