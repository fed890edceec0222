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

/// <summary>The minutes of a closed session: drafted from what happened, corrected, and put before the three sectors.</summary>
[Requires(Right.HoldSessions)]
public sealed class MinutesModel(
    FindSession find, MinutesText text, DraftMinutes draft, CorrectMinutes correct, PresentMinutes present, TakeBackMinutes takeBack, CurrentPerson me,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new() { ["text"] = nameof(Text) };

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The revision that the writer saw.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public SessionDetail Session { get; private set; } = null!;

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? hecho, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Text, Seen, IsDone) = (Session.Minutes?.Text, Session.Minutes?.Revision ?? 0, hecho is not null);
        return Page();
    }

    public async Task<IActionResult> OnPostDraftAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Session.Status is not SessionStatus.Closed)
        {
            return NotFound();
        }

        await me.ActAsync(ct);
        return await AfterAsync(id, await draft.ExecuteAsync(id, await text.WriteAsync(Session, ct), ct), ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await AfterAsync(id, await correct.ExecuteAsync(id, Text ?? "", Seen, ct), ct);

    /// <summary>What stands in the form is what is presented.</summary>
    public async Task<IActionResult> OnPostPresentAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await AfterAsync(id, await correct.ExecuteAsync(id, Text ?? "", Seen, ct) ?? await present.ExecuteAsync(id, Seen + 1, ct), ct);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct)
    {
        await me.ActAsync(ct);
        return await AfterAsync(id, await takeBack.ExecuteAsync(id, ct), ct);
    }

    private async Task<IActionResult> AfterAsync(Guid id, Refusal? refusal, CancellationToken ct)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion/sesiones/{id}/acta?hecho=guardada"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(id, drafts: true, ct) is not { } found)
        {
            return false;
        }

        Session = found;
        return true;
    }
}
