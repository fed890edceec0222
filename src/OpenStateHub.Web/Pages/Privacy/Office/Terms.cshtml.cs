using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Privacy.Office;

/// <summary>The periods of the law that holds here.</summary>
[Requires(Right.ManageSettings)]
public sealed class TermsModel(ChangeArcoTerms terms, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["answerDays"] = nameof(AnswerDays), ["carryDays"] = nameof(CarryDays) };

    [BindProperty]
    public int? AnswerDays { get; set; }

    [BindProperty]
    public int? CarryDays { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == "guardado";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = await terms.FindAsync(ct);
        (AnswerDays, CarryDays) = (now.AnswerDays, now.CarryDays);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await terms.ExecuteAsync(AnswerDays ?? 0, CarryDays ?? 0, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/gestion/arco/plazos?hecho=guardado"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }
}
