using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Files;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Files;

/// <summary>Takes a document from the public, with the reason that the public reads instead.</summary>
[Requires(Right.KeepFiles)]
public sealed class WithdrawModel(FindDocument find, WithdrawDocument withdraw, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["reason"] = nameof(Reason) };

    [BindProperty(Name = "documento", SupportsGet = true)]
    public Guid DocumentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(DocumentId, ct) is not { } found)
        {
            return NotFound();
        }

        Name = found.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await me.ActAsync(ct);
        var (found, refusal) = await withdraw.ExecuteAsync(DocumentId, Reason, ct);

        if (found && refusal is null)
        {
            return LocalRedirect(Languages.Keep("/gestion/archivos?hecho=retirado"));
        }

        if (refusal is not null)
        {
            ModelState.Refuse(refusal, reasons, Fields);
        }

        return await OnGetAsync(ct);
    }
}
