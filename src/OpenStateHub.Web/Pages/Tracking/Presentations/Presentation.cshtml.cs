using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Pages.Secretariat;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Presentations;

/// <summary>One public accountability session: where to come, or what came of it.</summary>
[CachedPage]
public sealed class PresentationModel(ListPresentations list, SessionTimes times, TimeProvider clock) : PageModel
{
    public PresentationRow Row { get; private set; } = null!;

    public bool IsOver => (Row.Presentation.EndsAt ?? Row.Presentation.StartsAt) <= clock.GetUtcNow();

    public bool WasAnnouncedLate => Row.Presentation.AnnouncedOn > times.DayOf(Row.Presentation.StartsAt);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        return Page();
    }
}
