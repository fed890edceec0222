using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Decisions;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Votes;

/// <summary>Closes a vote. Where what passed cannot be done, it stays open with the reason, or is closed as not passed.</summary>
[Requires(Right.HoldSessions)]
public sealed class CloseModel(ReadDecisions read, CloseDecision close, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = [];

    [BindProperty]
    public bool Unapplied { get; set; }

    public DecisionRow Row { get; private set; } = null!;

    /// <summary>What the sectors agree on cannot be done as things stand.</summary>
    public bool IsNotApplied { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        IsNotApplied |= found.Decision is { IsOpen: true, NotApplied: not null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await read.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        await me.ActAsync(ct);

        if (await close.ExecuteAsync(id, Unapplied ? IfNotApplied.CloseUnapplied : IfNotApplied.SayWhy, ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"/decisiones/{id}"));
        }

        IsNotApplied = refusal != DecisionRefusals.AlreadyClosed && refusal != DecisionRefusals.SeatsMayStillAnswer;
        ModelState.Refuse(refusal, reasons, Fields);
        return await OnGetAsync(id, ct);
    }
}
