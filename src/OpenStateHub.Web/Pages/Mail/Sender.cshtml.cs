using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Mail;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Mail;

/// <summary>Whom the recipients see as sender.</summary>
[Requires(Right.ManageMail)]
public sealed class SenderModel(FindMail find, NameMailSender command, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["name"] = nameof(Name) };

    /// <summary>Empty: the place's name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => Name = (await find.ExecuteAsync(MailList.Sent, 1, ct)).SenderName;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await command.ExecuteAsync(Name, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{QueueModel.Path}?hecho=remitente"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }
}
