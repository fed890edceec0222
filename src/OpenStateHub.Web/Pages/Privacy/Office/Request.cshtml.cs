using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Privacy.Office;

/// <summary>One request: what is asked, the answer with its reasons, and that it was done.</summary>
[Requires(Right.ManagePeople)]
[ResponseCache(NoStore = true)]
public sealed class RequestModel(ListArco list, SettleArco settle, ArcoLetters letters, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["outcome"] = nameof(Outcome), ["reasons"] = nameof(Reasons) };
    private static readonly string[] KnownDone = ["respondida", "cumplida"];

    public ArcoRequest Asked { get; private set; } = null!;

    [BindProperty]
    public ArcoOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Done = KnownDone.Contains(Done) ? Done : null;
        Asked = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => await EndAsync(
        id,
        Outcome is { } outcome ? await settle.ExecuteAsync(id, outcome, Reasons, letters.Answer, ct) : (true, ArcoRefusals.OutcomeMissing),
        KnownDone[0],
        ct);

    public async Task<IActionResult> OnPostCarryAsync(Guid id, CancellationToken ct) =>
        await EndAsync(id, await settle.CarryOutAsync(id, letters.Carried, ct), KnownDone[1], ct);

    private async Task<IActionResult> EndAsync(Guid id, (bool Found, Refusal? Refusal) outcome, string done, CancellationToken ct)
    {
        if (!outcome.Found)
        {
            return NotFound();
        }

        if (outcome.Refusal is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/arco/{id}?hecho={done}"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return await OnGetAsync(id, ct);
    }
}
