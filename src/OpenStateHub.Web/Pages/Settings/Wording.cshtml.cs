using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Settings;

/// <summary>What a place calls its secretariat and its tables, and where it is reached.</summary>
[Requires(Right.ManageSettings)]
public sealed class WordingModel(
    FindSettings find, ChangeWording change, TenantContext tenant, TenantGenerations generations, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    [BindProperty]
    public string? Secretariat { get; set; }

    [BindProperty]
    public string? WorkingTable { get; set; }

    [BindProperty]
    public string? WorkingTables { get; set; }

    [BindProperty]
    public string? ContactOffice { get; set; }

    [BindProperty]
    public string? ContactEmail { get; set; }

    [BindProperty]
    public string? ContactPhone { get; set; }

    [BindProperty]
    public string? ContactAddress { get; set; }

    /// <summary>What the form was written on: words that somebody else saved since are not lost unseen.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsSaved => Done == SettingsForms.Saved;

    /// <summary>Where what somebody else saved meanwhile differs from what was typed here.</summary>
    public IReadOnlyList<(string Name, string? Text)> Theirs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = (await find.ExecuteAsync(ct)).Wording;
        (Secretariat, WorkingTable, WorkingTables) = (now.Secretariat?.ToString(), now.WorkingTable?.ToString(), now.WorkingTables?.ToString());
        (ContactOffice, ContactEmail, ContactPhone, ContactAddress) = (now.ContactOffice, now.ContactEmail, now.ContactPhone, now.ContactAddress);
        Revision = now.Revision;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = new Wording.Input
        {
            Secretariat = Secretariat,
            WorkingTable = WorkingTable,
            WorkingTables = WorkingTables,
            ContactOffice = ContactOffice,
            ContactEmail = ContactEmail,
            ContactPhone = ContactPhone,
            ContactAddress = ContactAddress,
        };

        if (await change.ExecuteAsync(input, Revision, ct) is not { } refusal)
        {
            // The notice reaches every node; the page that this person is led to must not be older than it.
            generations.Raise(tenant.Current.Id);
            return LocalRedirect(Languages.Keep($"/gestion/ajustes/palabras?hecho={SettingsForms.Saved}"));
        }

        ModelState.Refuse(refusal, reasons);

        if (refusal == SettingsRefusals.ChangedMeanwhile)
        {
            await CompareAsync(ct);
        }

        return Page();
    }

    private async Task CompareAsync(CancellationToken ct)
    {
        var now = (await find.ExecuteAsync(ct)).Wording;
        (string Name, string? Text, string? Typed)[] all =
        [
            (nameof(Secretariat), now.Secretariat?.ToString(), Secretariat), (nameof(WorkingTable), now.WorkingTable?.ToString(), WorkingTable),
            (nameof(WorkingTables), now.WorkingTables?.ToString(), WorkingTables), (nameof(ContactOffice), now.ContactOffice, ContactOffice),
            (nameof(ContactEmail), now.ContactEmail, ContactEmail), (nameof(ContactPhone), now.ContactPhone, ContactPhone),
            (nameof(ContactAddress), now.ContactAddress, ContactAddress),
        ];
        Theirs = [.. all.Where(one => (one.Text ?? "") != (one.Typed ?? "").Trim()).Select(one => (one.Name, one.Text))];
        Revision = now.Revision;
    }
}
