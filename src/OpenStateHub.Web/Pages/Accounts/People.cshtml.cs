using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts;

[Requires(Right.ManagePeople)]
public sealed class PeopleModel(
    ListPeople list, EndRole end, RoleScopes scopes, TenantContext tenant, IStringLocalizer<AccountWords> words) : PageModel
{
    private static readonly string[] KnownDone = ["invitada", "terminada"];

    private IReadOnlyDictionary<Guid, string> named = new Dictionary<Guid, string>();

    public ListPeople.Found Found { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        Found = await list.ExecuteAsync(ct);
        named = await scopes.NamesAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "funcion")] Guid grantId, CancellationToken ct)
    {
        var (found, refusal) = await end.ExecuteAsync(grantId, ct);

        if (!found)
        {
            return NotFound();
        }

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep("/gestion/personas?hecho=terminada"));
        }

        ModelState.Refuse(refusal, words);
        await OnGetAsync(ct);
        return Page();
    }

    /// <summary>What a role is held on, and for which body.</summary>
    public string? On(ListPeople.GrantRow grant) => grant.ScopeId is { } scope && named.TryGetValue(scope, out var name) ? name : grant.Office;

    public DateOnly DayOf(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.Current.TimeZone)).DateTime);
}
