using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.Accounts;

/// <summary>First the role, which says what else must be asked; then the address.</summary>
[Requires(Right.ManagePeople)]
public sealed class InviteModel(
    InvitePerson invite, RoleScopes scopes, AccountLetters letters, ShownMail mail, CurrentPerson me, TenantContext tenant, IStringLocalizer<AccountWords> words) : PageModel
{
    [BindProperty(Name = "funcion", SupportsGet = true)]
    public Role? Chosen { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public Guid? Scope { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    /// <summary>Of an owner: the office, or its counterpart.</summary>
    [BindProperty]
    public OwnerSector Sector { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>The letter will stand on a page for everybody, instead of going to the address.</summary>
    public bool ShowsMail => mail.IsShown;

    /// <summary>A facilitator runs a table, and is invited where tables are kept.</summary>
    public IEnumerable<Role> Offered => Roles.All.Where(role => role is not Role.Facilitator && (tenant.Current.IsNational || !role.IsNational()));

    public IReadOnlyList<(string Value, string Word)> Scopes { get; private set; } = [];

    public bool NothingToChoose => Chosen?.IsOnOneThing() is true && Scopes.Count == 0;

    /// <summary>A seat tells the body; a participant acts for nobody else.</summary>
    public bool AsksOffice => Chosen is not (Role.SecretariatMember or Role.Participant);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Chosen is { } role)
        {
            if (!Offered.Contains(role))
            {
                return NotFound();
            }

            var offered = await scopes.OfferedAsync(role, ct);
            Scopes = [.. offered.Select(thing => (thing.Id.ToString("D", CultureInfo.InvariantCulture), thing.Name))];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult || Chosen is not { } role || (Scope is { } scope && Scopes.All(s => s.Value != $"{scope:D}")))
        {
            return NotFound();
        }

        if (AsksOffice && string.IsNullOrWhiteSpace(Office))
        {
            ModelState.AddModelError(nameof(Office), words["Missing_Office"]);
        }

        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), words["Missing_Email"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = new InvitePerson.Input
        {
            Email = Email!,
            Role = role,
            ScopeId = Scope,
            Office = AsksOffice ? Office : null,
            Sector = role is Role.ActivityOwner ? Sector : null,
            UntilOn = Until,
            InvitedBy = me.Id,
        };

        if (await invite.ExecuteAsync(input, token => letters.Invitation(role, token), ct) is { } refusal)
        {
            ModelState.Refuse(refusal, words);
            return Page();
        }

        return LocalRedirect(Languages.Keep("/gestion/personas?hecho=invitada"));
    }
}
