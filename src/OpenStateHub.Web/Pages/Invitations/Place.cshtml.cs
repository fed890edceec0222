using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>One place as the nation looks after it: where it stands, and its invitation.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class PlaceModel(
    FindPlace find, FindPlaceInvitations invitations, InvitePlace invite, RevokePlaceInvitation revoke, AllowProposals allow, PlaceLetters letters, Refusals refusals,
    ShownMail mail, CurrentPerson me, TenantContext tenant, TimeProvider clock, IStringLocalizer<AccountWords> words) : PageModel
{
    private static readonly string[] KnownDone = ["enviada", "retirada", "permitido", "terminado", "confirmada", "rechazada"];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>What the form that led here did.</summary>
    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The open invitation that the new one takes the place of.</summary>
    [BindProperty]
    public Guid? Replaces { get; set; }

    public FindPlace.Result Found { get; private set; } = null!;
    public FindPlaceInvitations.Result Sent { get; private set; } = null!;

    public Tenant Place => Found.Place;
    public DateOnly Today => tenant.Current.Today(clock);
    public Stage Stage => Found.StageOn(Today);

    /// <summary>The letters stand on a page for everybody, instead of going out.</summary>
    public bool ShowsMail => mail.IsShown;

    /// <summary>Somebody came: from then on its own administrators invite.</summary>
    public DateOnly? CameOn => Found.Published?.OnboardingOn;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await find.ExecuteAsync(Slug, Today, ct) is not { } found)
        {
            return NotFound();
        }

        (Found, Sent) = (found, await invitations.ExecuteAsync(found.Place.Id, ct));
        Done = KnownDone.Contains(Done) ? Done : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), words["Missing_Email"]);
            return await OnGetAsync(ct);
        }

        var refusal = await invite.ExecuteAsync(new() { Slug = Slug, Email = Email, Replaces = Replaces, SentBy = me.Id }, letters.Invitation, ct);
        return await AnswerAsync(refusal, "enviada", ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "invitacion")] Guid invitation, CancellationToken ct)
    {
        var (found, refusal) = await revoke.ExecuteAsync(invitation, me.Id, ct);
        return found ? await AnswerAsync(refusal, "retirada", ct) : NotFound();
    }

    public async Task<IActionResult> OnPostAllowAsync([FromForm(Name = "permitir")] bool allowed, CancellationToken ct) =>
        await allow.ExecuteAsync(Slug, allowed, me.Id, ct) ? await AnswerAsync(null, allowed ? "permitido" : "terminado", ct) : NotFound();

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(tenant.Current.LocalTime(at));

    private async Task<IActionResult> AnswerAsync(Core.Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/entidades/{Slug}?hecho={done}"));
        }

        if (refusal == TenantRefusals.Unknown)
        {
            return NotFound();
        }

        refusals.Add(ModelState, refusal);
        return await OnGetAsync(ct);
    }
}
