using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Cutoffs;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Cutoffs;

/// <summary>Corrects a frozen report by a text that cites it.</summary>
[Requires(Right.EditPlans)]
public sealed class RectifyModel(ListCutoffs list, RectifyReport rectify, CurrentPerson me, IStringLocalizer<RefusalWords> reasons) : CutoffPage(list, me, reasons)
{
    [BindProperty]
    public string? Concerns { get; set; }

    [BindProperty]
    public string? Reads { get; set; }

    [BindProperty]
    public string? ShouldRead { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override Task<Refusal?> DoAsync(CancellationToken ct) => rectify.ExecuteAsync(
        new RectifyReport.Input { CutoffId = CutoffId, Concerns = Concerns, Reads = Reads, ShouldRead = ShouldRead, Reason = Reason }, ct);
}
