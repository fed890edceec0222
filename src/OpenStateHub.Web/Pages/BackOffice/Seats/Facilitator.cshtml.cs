using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

[Requires(Right.SeatSecretariat)]
public sealed class FacilitatorModel(NameFacilitator name, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public string? Organization { get; set; }

    [BindProperty]
    public DateOnly? FromOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public void OnGet()
    {
        // The form asks; nothing is read before it is sent.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await me.ActAsync(ct);
        var input = new NameFacilitator.Input
        {
            Organization = Organization ?? "", FromOn = FromOn, Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
        };

        if (await name.ExecuteAsync(input, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }
}
