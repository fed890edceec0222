using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.Linked;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Accounts.Linked;

/// <summary>Leads over to a linked account. A link and no form: browsers follow a form to no other host than its own.</summary>
[ResponseCache(NoStore = true)]
public sealed class GoModel(GoOver go, UserManager<Person> people, HubAddresses addresses, CurrentPerson me) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "enlace")] Guid id, CancellationToken ct) =>
        await go.ExecuteAsync((await people.GetUserAsync(User))!, id, me.SignIn.SecondFactor, ct) is { } over
            ? Redirect(addresses.Of(over.Place, "/cuenta/llegada" + QueryString.Create("pase", over.Pass)))
            : NotFound();
}
