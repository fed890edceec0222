using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tracking.Duties;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Duties;

/// <summary>Records that a plan was assessed at its beginning, or a commitment at its end.</summary>
[Requires(Right.EditPlans)]
public sealed class AssessModel(
    ReadDuties read, RecordAssessment record, TenantContext tenant, TimeProvider clock, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(Name = "codigo", SupportsGet = true)]
    public DutyCode? Code { get; set; }

    [BindProperty]
    public Guid? Subject { get; set; }

    [BindProperty]
    public DateOnly? DoneOn { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What waits to be assessed, the longest overdue first.</summary>
    public IReadOnlyList<(string Value, string Word)> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Subjects = [.. (await read.ExecuteAsync(ct)).On(tenant.Current.Today(clock))
            .Where(standing => standing.Rule.Code == Code && standing.State is not DutyState.Met)
            .OrderBy(standing => standing.DueOn)
            .Select(standing => standing.Subject)
            .OfType<DutySubject>()
            .Select(subject => (subject.Id.ToString(), subject.Title))];
        return Subjects.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Code is { } code && ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new RecordAssessment.Input { Code = code, Subject = Subject, DoneOn = DoneOn, Link = Link, Note = Note };

            if (await record.ExecuteAsync(input, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        return await OnGetAsync(ct);
    }
}
