using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Tracking.Owners;
using OpenStateHub.Web.Pages.BackOffice.Keeping;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Reports;

/// <summary>One report on one activity, made for a phone: whatever the owner knows already stands there.</summary>
[Requires(Right.ReportProgress)]
[RequestSizeLimit(EvidenceForm.MostSent)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceForm.MostSent)]
public sealed class ReportModel(
    FindReportable find, ReportAsOwner report, ReceiveEvidence receive, FormKeeping keeping, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : PageModel
{
    private const string FormName = "report";

    [BindProperty]
    public ReportForm Form { get; set; } = new();

    [BindProperty]
    public EvidenceForm Proof { get; set; } = new();

    public FindReportable.Found Activity { get; private set; } = null!;

    public KeptForm Kept { get; private set; } = null!;

    /// <summary>Files that are here already, from a sending that was refused.</summary>
    public IReadOnlyList<ReceivedFile> Received { get; private set; } = [];

    public bool MayReport => Activity.State.IsOpen || MayStepBack;

    /// <summary>Reported as complete: all that may still be said is that it is not.</summary>
    public bool MayStepBack => Activity.State.Status is ActivityStatus.Complete;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Form = ReportForm.Of(Activity);
        Kept = await keeping.OpenAsync(FormName, id.ToString(), Numbers.Plain(Activity.Reports), ct);

        if (Kept.Typed is { } typed)
        {
            await TryUpdateModelAsync(Form, nameof(Form), typed);
            await TryUpdateModelAsync(Proof, nameof(Proof), typed, proof => proof.Title, proof => proof.Url, proof => proof.PersonalData);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Kept = keeping.Sent(FormName, id.ToString());
        Received = await receive.ExecuteAsync(Proof, nameof(Proof), ModelState, ct);

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await report.ExecuteAsync(Form.Input(me.Id, id, Proof.Inputs(Received)), ct) is { } refusal)
        {
            ModelState.Refuse(refusal, reasons, ReportForm.Fields);
            return Page();
        }

        await keeping.ForgetAsync(Kept, ct);
        return LocalRedirect(Languages.Keep(Kept.SavedAddress("/gestion") + $"&hecho={(Form.IsComplete ? "terminada" : "reportada")}#actividad-{id}"));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await find.ExecuteAsync(me.Id, id, ct) is not { } found)
        {
            return false;
        }

        Activity = found;
        return true;
    }
}
