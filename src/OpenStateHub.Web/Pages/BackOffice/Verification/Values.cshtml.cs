using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Core.Tracking.Indicators;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Verification;

/// <summary>What was measured, and whether your seat stands by it.</summary>
[Requires(Right.VerifyForSector)]
public sealed class ValuesModel(ListValuesToAnswer list, AnswerIndicatorValue answer, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string Address = $"{VerificationModel.Address}/mediciones";

    [BindProperty]
    public Guid Measured { get; set; }

    [BindProperty]
    public ConfirmationOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty(Name = "hecho", SupportsGet = true)]
    public string? Done { get; set; }

    public bool HasSeat { get; private set; }

    public IReadOnlyList<ListValuesToAnswer.Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        if (Rows.All(row => row.Id != Measured))
        {
            return NotFound();
        }

        var seat = (await me.ActorAsync(ct)).SeatId;

        if (await answer.ExecuteAsync(new(Measured, seat, me.Id, Outcome, Reasons), ct) is not { } refusal)
        {
            return LocalRedirect(Languages.Keep($"{Address}?hecho=respondida"));
        }

        ModelState.AddModelError(refusal.Field == "reasons" ? $"reasons-{Measured:N}" : "", reasons.Of(refusal));
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if ((await me.ActorAsync(ct)).SeatId is { } seat)
        {
            (HasSeat, Rows) = (true, await list.ExecuteAsync(seat, me.Id, ct));
        }
    }
}
