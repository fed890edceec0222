using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Seats;

/// <summary>Which published document the secretariat works under, and what it lets pass with two of the three sectors.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class RulesModel(ListDocuments documents, AdoptRules adopt, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public Guid DocumentId { get; set; }

    [BindProperty]
    public DateOnly? FromOn { get; set; }

    [BindProperty]
    public string? Agreement { get; set; }

    [BindProperty]
    public Matter[] TwoOfThree { get; set; } = [];

    public IReadOnlyList<ListDocuments.Row> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Documents = await documents.ExecuteAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FromOn is null && ModelState.IsValid)
        {
            ModelState.Refuse(SecretariatRefusals.RulesWithoutDay, reasons);
        }

        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new AdoptRules.Input { DocumentId = DocumentId, FromOn = FromOn!.Value, TwoOfThree = TwoOfThree, Agreement = Agreement };

            if (await adopt.ExecuteAsync(input, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        await OnGetAsync(ct);
        return Page();
    }
}
