using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

/// <summary>Calls a session off, with the reason that everybody reads.</summary>
[Requires(Right.EditPlans)]
public sealed class CancelModel(ListPresentations list, CancelPresentation cancel, CurrentPerson me, IStringLocalizer<RefusalWords> reasons)
    : PresentationStep(list, me, reasons)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override Task<Refusal?> DoAsync(CancellationToken ct) => cancel.ExecuteAsync(PresentationId, Reason, Revision, ct);
}
