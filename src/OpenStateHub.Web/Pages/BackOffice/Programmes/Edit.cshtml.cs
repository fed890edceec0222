using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Web.Pages.Settings;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.BackOffice.Programmes;

/// <summary>Corrects a membership, ends it, or strikes it out.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class EditModel(ListProgrammes list, ChangeMembership change, IStringLocalizer<RefusalWords> reasons) : MemberForm
{
    [BindProperty(Name = "programa", SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(Name = "entidad", SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(Name = "desde", SupportsGet = true)]
    public DateOnly From { get; set; }

    public ListProgrammes.Member Member { get; private set; } = null!;

    private ChangeMembership.Key Key => new(Code, Slug, From);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Key, ct) is not { } found)
        {
            return NotFound();
        }

        Member = found;
        (FromIsBound, UntilOn, Source) = (found.Membership.FromIsBound, found.Membership.UntilOn, found.Membership.Source);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => AnswerAsync(() => change.CorrectAsync(Key, Written, ct), ct);

    public Task<IActionResult> OnPostStrikeOutAsync(CancellationToken ct) => AnswerAsync(() => change.StrikeOutAsync(Key, ct), ct);

    private async Task<IActionResult> AnswerAsync(Func<Task<Refusal?>> step, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            if (await step() is not { } refusal)
            {
                return LocalRedirect(Languages.Keep(ListOf(Code)));
            }

            ModelState.Refuse(refusal, reasons);
        }

        return await OnGetAsync(ct);
    }
}
