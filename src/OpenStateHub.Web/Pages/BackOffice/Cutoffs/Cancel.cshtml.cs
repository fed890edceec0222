using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Cutoffs;

/// <summary>Calls a cut-off off, with the reason that everybody reads.</summary>
[Requires(Right.EditPlans)]
public sealed class CancelModel(ListCutoffs list, CancelCutoff cancel, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : CutoffPage(list, me, reasons)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Task<Refusal?> DoAsync(CancellationToken ct) => cancel.ExecuteAsync(CutoffId, Reason, Revision, ct);
}
