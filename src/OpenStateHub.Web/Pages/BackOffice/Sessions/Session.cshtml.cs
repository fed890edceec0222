using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Sessions;

/// <summary>One session for whoever prepares it: what it is, who comes, and its next step.</summary>
[Requires(Right.HoldSessions)]
public sealed class SessionModel(
    FindSession find, ListAnswers answers, ListInvited invited, ReadNotice notice, CallSession call, OpenSession open, DiscardSession discard, SessionLetters letters,
    SessionTimes times, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public SessionDetail Session { get; private set; } = null!;

    /// <summary>What each seat said; a seat that said nothing is not in it.</summary>
    public IReadOnlyDictionary<Guid, Coming> Answers { get; private set; } = new Dictionary<Guid, Coming>();

    /// <summary>The notice that a call would give now, and what the rules ask for.</summary>
    public (int Days, int Due) Notice { get; private set; }

    /// <summary>How many accounts a call would reach.</summary>
    public int InvitedCount { get; private set; }

    public bool IsItsDay => times.DayOf(Session.StartsAt) <= times.Today;

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? hecho, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return NotFound();
        }

        Session = found;
        Answers = await answers.ExecuteAsync(id, ct);
        Notice = (await notice.ExecuteAsync(ct)).For(found.Kind, found.StartsAt);
        InvitedCount = found.Status is SessionStatus.Draft ? (await invited.ExecuteAsync(ct)).Count : 0;
        IsDone = hecho is not null;
        return Page();
    }

    public async Task<IActionResult> OnPostCallAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await AfterAsync(id, await call.ExecuteAsync(id, letters.Of, ct), $"/gestion/sesiones/{id}?hecho=convocada", ct);
    }

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await AfterAsync(id, await open.ExecuteAsync(id, ct), $"/gestion/sesiones/{id}/lista", ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct) =>
        await discard.ExecuteAsync(id, ct) ? LocalRedirect(Languages.Keep("/gestion/sesiones?hecho=descartada")) : NotFound();

    private async Task<IActionResult> AfterAsync(Guid id, Refusal? refusal, string next, CancellationToken ct)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep(next));
        }

        ModelState.AddModelError("", reasons.Of(refusal));
        return await OnGetAsync(id, null, ct);
    }
}
