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

/// <summary>Records a step on the way to a working secretariat, with the published act that proves it.</summary>
[Requires(Right.SeatSecretariat)]
public sealed class StepModel(ListDocuments documents, RecordInstallationStep record, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public InstallationStepKind Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? OccurredOn { get; set; }

    [BindProperty]
    public DateOnly? KnownBy { get; set; }

    [BindProperty]
    public Guid? DocumentId { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public IReadOnlyList<ListDocuments.Row> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Documents = await documents.ExecuteAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            await me.ActAsync(ct);
            var input = new RecordInstallationStep.Input
            {
                Kind = Kind,
                Title = Title ?? "",
                OccurredOn = OccurredOn,
                KnownBy = KnownBy,
                DocumentId = DocumentId,
                Note = Said(Note),
                Source = Said(Source),
            };

            if (await record.ExecuteAsync(input, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{IndexModel.Address}?hecho={IndexModel.Saved}"));
            }

            ModelState.Refuse(refusal, reasons);
        }

        await OnGetAsync(ct);
        return Page();
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
