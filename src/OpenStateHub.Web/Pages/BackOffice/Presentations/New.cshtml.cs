using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

[Requires(Right.EditPlans)]
public sealed class NewModel(ListPresentations list, AnnouncePresentation announce, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : AnnouncementForm
{
    public async Task OnGetAsync(CancellationToken ct) => Plans = await list.ListPlansAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);

            if (await announce.ExecuteAsync(Guid.CreateVersion7(), Written, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        await OnGetAsync(ct);
        return Page();
    }
}
