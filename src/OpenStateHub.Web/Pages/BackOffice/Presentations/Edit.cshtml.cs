using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

[Requires(Right.EditPlans)]
public sealed class EditModel(
    ListPresentations list, RevisePresentation revise, SessionTimes times, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : AnnouncementForm
{
    [BindProperty(Name = "sesion", SupportsGet = true)]
    public Guid PresentationId { get; set; }

    /// <summary>Of the announcement as it was read.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await list.FindAsync(PresentationId, ct) is not { } found)
        {
            return NotFound();
        }

        (Plans, Revision) = (await list.ListPlansAsync(ct), found.Presentation.Revision);
        Show(found, times);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await revise.ExecuteAsync(PresentationId, Written, Revision, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        if (await list.FindAsync(PresentationId, ct) is not { } found)
        {
            return NotFound();
        }

        (Plans, Revision) = (await list.ListPlansAsync(ct), found.Presentation.Revision);
        ModelState.Remove(nameof(Revision));
        return Page();
    }
}
