using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Network;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Network;

/// <summary>Asks the national body for help.</summary>
[LocalOnly]
[Requires(Right.JoinNetwork)]
public sealed class HelpNewModel(SendMessage send, NetworkLetters letters, CurrentPerson me, TenantContext tenant, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public Topic? Topic { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public void OnGet()
    {
        // The form asks; nothing is read before it is sent.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opening = new SendMessage.Opening { Kind = ConversationKind.Assistance, Subject = Subject, Topic = Topic };
        var office = (await me.ActorAsync(ct)).Office ?? tenant.Current.Name;

        if (await send.BeginAsync(opening, new SendMessage.Input(Text, me.Id, office, letters.Written), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{ConversationPage.HelpAddress}/{opening.Id}?hecho=preguntado"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }
}
