using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Programmes;

/// <summary>Notes that a place belongs to a programme.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class AddModel(ListProgrammes list, ChangeMembership change, TenantContext tenant, TimeProvider clock, IStringLocalizer<RefusalWords> reasons) : MemberForm
{
    [BindProperty(Name = "programa", SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>A slug: the last part of the place's address.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public DateOnly? FromOn { get; set; }

    public Programme Programme { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if ((await list.ExecuteAsync(tenant.Current.Today(clock), ct)).FirstOrDefault(row => row.Programme.Code == Code) is not { } found)
        {
            return NotFound();
        }

        Programme = found.Programme;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            if (await change.ExecuteAsync(Code, Place, FromOn, Written, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep(ListOf(Code)));
            }

            ModelState.Refuse(refusal, reasons);
        }

        return await OnGetAsync(ct);
    }
}
