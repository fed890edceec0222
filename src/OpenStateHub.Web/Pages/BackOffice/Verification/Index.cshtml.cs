using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Answers;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Verification;

/// <summary>What your seat confirms or sends back: one activity at a time with its evidence, or several confirmed in one act.</summary>
[Requires(Right.VerifyForSector)]
public sealed class VerificationModel(ListToAnswer list, AnswerReports answer, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    public const string Address = "/gestion/verificacion";

    private const string Saved = "respondida";

    [BindProperty]
    public List<Guid> Reports { get; set; } = [];

    [BindProperty]
    public ConfirmationOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool IsDone => Done == Saved;

    /// <summary>Null where the reader's seat is held no longer.</summary>
    public ListToAnswer.Found? Found { get; private set; }

    /// <summary>The one whose answer was refused: its form shows what was typed.</summary>
    public bool IsAbout(ListToAnswer.Row row) => Reports is [var only] && only == row.ReportId;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var input = new AnswerReports.Input
            {
                Reports = Reports,
                SeatId = (await me.ActorAsync(ct)).SeatId,
                PersonId = me.Id,
                Outcome = Outcome,
                Reasons = Reasons,
            };

            if (await answer.ExecuteAsync(input, ct) is not { } refusal)
            {
                return LocalRedirect(Languages.Keep($"{Address}?hecho={Saved}"));
            }

            ModelState.AddModelError(refusal.Field == "reasons" ? $"reasons-{Reports[0]:N}" : "", reasons.Of(refusal));
        }

        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Found = (await me.ActorAsync(ct)).SeatId is { } seat ? await list.ExecuteAsync(seat, me.Id, ct) : null;
}
