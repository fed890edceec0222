using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Settings;

[Requires(Right.ManageSettings)]
public sealed class AddNameModel(RecordDatedName record, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public NameSubject Subject { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Acronym { get; set; }

    [BindProperty]
    public DateOnly? FromOn { get; set; }

    [BindProperty]
    public DateOnly? UntilOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

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

        var name = new DatedName
        {
            Subject = Subject,
            Name = Name?.Trim() ?? "",
            Acronym = Said(Acronym),
            FromOn = FromOn,
            UntilOn = UntilOn,
            Source = Said(Source),
        };
        await me.ActAsync(ct);

        if (await record.ExecuteAsync(name, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/gestion/ajustes/nombres?hecho={SettingsForms.Saved}"));
        }

        ModelState.Refuse(refusal, reasons);
        return Page();
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
