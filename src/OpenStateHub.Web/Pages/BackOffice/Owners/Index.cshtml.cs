using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Web.Pages.Accounts;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Owners;

/// <summary>Who is in charge of a commitment and its activities, in government and in civil society.</summary>
[Requires(Right.ManagePeople)]
public sealed class IndexModel(ListOwners list, EndRole end, IStringLocalizer<AccountWords> words) : PageModel
{
    public const string Named = "nombrada", Ended = "terminada";

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public ListOwners.Found Found { get; private set; } = null!;

    public static string AddressOf(string slug) => $"/gestion/compromisos/{slug}/responsables";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await list.ExecuteAsync(slug, ct) is not { } found)
        {
            return NotFound();
        }

        (Found, Done) = (found, Done is Named or Ended ? Done : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid grant, CancellationToken ct)
    {
        if (await list.ExecuteAsync(slug, ct) is not { } known || !known.Things.Any(thing => thing.Owners.Any(owner => owner.GrantId == grant)))
        {
            return NotFound();
        }

        if ((await end.ExecuteAsync(grant, ct)).Refusal is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{AddressOf(slug)}?hecho={Ended}"));
        }

        ModelState.Refuse(refusal, words);
        return await OnGetAsync(slug, ct);
    }
}
