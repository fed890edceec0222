using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OpenStateHub.Core;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Resources;
using OpenStateHub.Web.Security;

namespace OpenStateHub.Web.Pages.BackOffice.Presentations;

/// <summary>Tells what came of a session.</summary>
[Requires(Right.EditPlans)]
public sealed class HoldModel(ListPresentations list, HoldPresentation hold, CurrentPerson me, IStringLocalizer<RefusalWords> reasons)
    : PresentationStep(list, me, reasons)
{
    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public int? Attendees { get; set; }

    [BindProperty]
    public string? MinutesLink { get; set; }

    protected override Task<Refusal?> DoAsync(CancellationToken ct) =>
        hold.ExecuteAsync(PresentationId, new HoldPresentation.Input(Summary, Attendees, MinutesLink), Revision, ct);

    protected override void Fill() => (Summary, Attendees, MinutesLink) = (Shown.Summary, Shown.Attendees, Shown.MinutesLink);
}
