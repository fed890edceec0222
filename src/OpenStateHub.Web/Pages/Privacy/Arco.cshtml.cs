using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Privacy.Arco;
using OpenStateHub.Web.Pages.BackOffice;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Privacy;

/// <summary>Anybody asks a place about their own data.</summary>
[EnableRateLimiting(PublicFormLimit.Name)]
public sealed class ArcoModel(AskArco ask, ChangeArcoTerms terms, ArcoLetters letters, ShownMail mail, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["kind"] = nameof(Kind), ["text"] = nameof(Text), ["name"] = nameof(Name), ["address"] = nameof(Address), ["accepts"] = nameof(Accepts),
    };

    [BindProperty]
    public ArcoKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public bool Accepts { get; set; }

    [BindProperty(Name = "enviado", SupportsGet = true)]
    public bool IsSent { get; set; }

    public ArcoTerms Terms { get; private set; } = new();

    public bool ShowsMail => mail.IsShown;

    public async Task OnGetAsync(CancellationToken ct) => Terms = await terms.FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var input = new AskArco.Input
        {
            Kind = Kind,
            Name = Name,
            Address = Address,
            Text = Text,
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            AcceptsNotice = Accepts,
        };

        if (await ask.ExecuteAsync(input, letters.Confirmation, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep("/aviso-de-privacidad/arco?enviado=true"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        await OnGetAsync(ct);
        return Page();
    }
}
