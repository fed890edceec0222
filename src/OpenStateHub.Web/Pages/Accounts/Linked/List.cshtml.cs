using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.Linked;

/// <summary>The other places where the same person has an account, and the way to each.</summary>
[ResponseCache(NoStore = true)]
public sealed class ListModel(ListLinked list, SearchPlaces search, Unlink unlink, Passes passes, UserManager<Person> people, CurrentPerson me) : PageModel
{
    private static readonly string[] KnownDone = ["enlazado", "separado"];

    private Person person = null!;

    public IReadOnlyList<ListLinked.Row> Linked { get; private set; } = [];

    /// <summary>Null where nothing was looked for.</summary>
    public IReadOnlyList<Tenant>? Found { get; private set; }

    [BindProperty(Name = "lugar", SupportsGet = true)]
    public string? Typed { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        person = (await people.GetUserAsync(User))!;
        Linked = await list.ExecuteAsync(me.Id, ct);
        Found = string.IsNullOrWhiteSpace(Typed) ? null : await search.ExecuteAsync(Typed, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "enlace")] Guid id, CancellationToken ct) =>
        await unlink.ExecuteAsync(me.Id, id, ct) ? LocalRedirect(Languages.Keep("/cuenta/espacios?hecho=separado")) : NotFound();

    /// <summary>Where the other place asks its own account's owner.</summary>
    public string AskAt(Tenant place) => "/cuenta/espacios/enlace" + QueryString.Create("pase", passes.Write(PassKind.Ask, person, place.Id, toPerson: null, secondFactor: false));
}
