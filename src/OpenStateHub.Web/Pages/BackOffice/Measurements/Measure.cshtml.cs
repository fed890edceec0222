using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tracking.Indicators;
using OpenStateHub.Web.Pages.BackOffice.Reports;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Measurements;

/// <summary>What was measured of a commitment's indicator, by whoever owns the whole of it.</summary>
[Requires(Right.ReportProgress)]
[RequestSizeLimit(EvidenceForm.MostSent)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceForm.MostSent)]
public sealed class MeasureModel(
    FindMeasurable find, RecordIndicatorValue record, WithdrawIndicatorValue withdraw, ReceiveEvidence receive, CurrentPerson me,
    IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["value"] = nameof(Value),
        ["measuredOn"] = nameof(MeasuredOn),
        ["source"] = nameof(Source),
        ["url"] = $"{nameof(Proof)}.{nameof(EvidenceForm.Url)}",
        ["note"] = nameof(Note),
    };

    [BindProperty]
    public decimal? Value { get; set; }

    [BindProperty]
    public DateOnly? MeasuredOn { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public EvidenceForm Proof { get; set; } = new();

    public IReadOnlyList<ReceivedFile> Received { get; private set; } = [];

    public FindMeasurable.Found Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (MeasuredOn, Source) = (Found.Today, Found.Owner.Office);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Received = await receive.ExecuteAsync(Proof, nameof(Proof), ModelState, ct);

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var input = new RecordIndicatorValue.Input
        {
            CommitmentId = id,
            Value = Value,
            MeasuredOn = MeasuredOn,
            Source = Source,
            Url = Proof.Url,
            Sha256 = Received.Count == 0 ? null : Received[0].Sha256,
            Note = Note,
            Sector = Sector.Government,
            Office = "",
        };
        return Answer(await record.AsOwnerAsync(me.Id, input, ct), "medida");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid measured, string? reason, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Found.Values.All(value => value.Id != measured))
        {
            return NotFound();
        }

        ModelState.Clear();
        await me.ActAsync(ct);
        return Answer(await withdraw.ExecuteAsync(measured, reason, ct), "retirada");
    }

    private IActionResult Answer(Refusal? refusal, string done)
    {
        if (refusal is null)
        {
            return LocalRedirect(Languages.Keep($"/gestion?hecho={done}"));
        }

        ModelState.Refuse(refusal, reasons, Fields);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(me.Id, id, ct) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
