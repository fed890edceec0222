using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Cutoffs;

/// <summary>Moves a cut-off that is to come.</summary>
[Requires(Right.EditPlans)]
public sealed class MoveModel(ListCutoffs list, MoveCutoff move, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : CutoffPage(list, me, reasons)
{
    [BindProperty]
    public DateOnly? On { get; set; }

    protected override Task<Refusal?> DoAsync(CancellationToken ct) => move.ExecuteAsync(CutoffId, On, Revision, ct);
}
