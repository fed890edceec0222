using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>Many invitations from a table, with a report per line. The same file sent again sends nothing twice.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class ManyModel(InviteFromFile invite, PlaceLetters letters, Refusals refusals, CurrentPerson me, IStringLocalizer<InviteWords> words) : PageModel
{
    [BindProperty]
    public IFormFile? Sheet { get; set; }

    /// <summary>Null before a file came.</summary>
    public IReadOnlyList<InviteFromFile.Outcome>? Outcomes { get; private set; }

    public int Sent => Outcomes?.Count(outcome => outcome.Refusal is null) ?? 0;

    public void OnGet()
    {
        // The page asks for a file; nothing is read before it comes.
    }

    public FileContentResult OnGetTemplate() => File("entidad,correo\r\n10,transparencia@ejemplo.mx\r\n"u8.ToArray(), "text/csv; charset=utf-8", "invitaciones.csv");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Sheet is not { Length: > 0 })
        {
            return Wrong(words["Many_NoFile"]);
        }

        if (Sheet.Length > InvitationsFile.MostBytes)
        {
            return Wrong(words["Many_TooBig", InvitationsFile.MostLines]);
        }

        using var content = new MemoryStream((int)Sheet.Length);
        await Sheet.CopyToAsync(content, ct);
        var lines = InvitationsFile.Read(content.ToArray());

        if (lines.Count is 0 or > InvitationsFile.MostLines)
        {
            return Wrong(lines.Count == 0 ? words["Many_NoFile"] : words["Many_TooBig", InvitationsFile.MostLines]);
        }

        Outcomes = await invite.ExecuteAsync(lines, me.Id, letters.Invitation, ct);
        return Page();
    }

    public string WordOf(InviteFromFile.Outcome outcome) => outcome.Refusal switch
    {
        null => words["Many_Sent"],
        var refusal when refusal == TenantRefusals.Unknown => words["Many_Unknown"],
        var refusal => refusals.Of(refusal),
    };

    private PageResult Wrong(string why)
    {
        ModelState.AddModelError(nameof(Sheet), why);
        return Page();
    }
}
