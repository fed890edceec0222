using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Onboarding.Invitations;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Invitations;

/// <summary>What a state proposed: confirmed, the invitation leaves; refused, the state reads why.</summary>
[NationalOnly]
[Requires(Right.InvitePlaces)]
public sealed class ProposalModel(ListProposals list, AnswerProposal answer, PlaceLetters letters, Refusals refusals, CurrentPerson me, TenantContext tenant) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public ListProposals.Row Proposal { get; private set; } = null!;

    public DateOnly ProposedOn => DateOnly.FromDateTime(tenant.Current.LocalTime(Proposal.ProposedAt));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if ((await list.ExecuteAsync(ct)).Find(row => row.Id == id) is not { } found)
        {
            return NotFound();
        }

        Proposal = found;
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct) => AnswerAsync(new(id, IsConfirmed: true, Reason: null, me.Id), "confirmada", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) => AnswerAsync(new(id, IsConfirmed: false, Reason, me.Id), "rechazada", ct);

    private async Task<IActionResult> AnswerAsync(AnswerProposal.Input input, string done, CancellationToken ct)
    {
        if (await OnGetAsync(input.Id, ct) is NotFoundResult unknown)
        {
            return unknown;
        }

        var (found, refusal) = await answer.ExecuteAsync(input, letters.Invitation, ct);

        if (!found)
        {
            return NotFound();
        }

        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/entidades/{Proposal.Slug}?hecho={done}"));
        }

        // There is no address to mend here: what is wrong with it concerns the whole page.
        refusals.Add(ModelState, refusal.Field == "email" ? refusal with { Field = null } : refusal);
        return Page();
    }
}
