using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts.SignIns;

/// <summary>Where the person is signed in, and the way to end it there.</summary>
[ResponseCache(NoStore = true)]
public sealed class ListModel(ListSignIns list, EndSignIns end, CurrentPerson me) : PageModel
{
    private static readonly string[] KnownDone = ["una", "otras"];

    public IReadOnlyList<SignIn> SignIns { get; private set; } = [];

    public Guid Here => me.SignIn.Id;

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Done = KnownDone.Contains(Done) ? Done : null;
        SignIns = await list.ExecuteAsync(me.Id, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "sesion")] Guid id, CancellationToken ct) =>
        await end.ExecuteAsync(me.Id, id, ct) == 1 ? LocalRedirect(Languages.Keep("/cuenta/sesiones?hecho=una")) : NotFound();

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await end.AllButAsync(me.Id, Here, ct);
        return LocalRedirect(Languages.Keep("/cuenta/sesiones?hecho=otras"));
    }
}
