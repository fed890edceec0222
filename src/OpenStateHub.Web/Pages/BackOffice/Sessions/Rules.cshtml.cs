using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>The notice of a call and the time between sessions, as the place's rules of operation have them.</summary>
[Requires(Right.HoldSessions)]
public sealed class RulesModel(ReadNotice notice, ChangeSessionRules change, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public int Ordinary { get; set; }

    [BindProperty]
    public int Extraordinary { get; set; }

    [BindProperty]
    public int Months { get; set; }

    /// <summary>The revision that the writer saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rules = (await notice.ExecuteAsync(ct)).Rules;
        (Ordinary, Extraordinary, Months, Seen) = (rules.OrdinaryNotice, rules.ExtraordinaryNotice, rules.MonthsBetween, rules.Revision);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await change.ExecuteAsync(Ordinary, Extraordinary, Months, Seen, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/gestion/sesiones?hecho=reglas"));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        return Page();
    }
}
