using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking.Presentations;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking.Presentations;

/// <summary>When the place gives account in public, and what came of it.</summary>
[CachedPage]
public sealed class IndexModel(ListPresentations list, TimeProvider clock) : PageModel
{
    /// <summary>The next one first.</summary>
    public IReadOnlyList<PresentationRow> Ahead { get; private set; } = [];

    public IReadOnlyList<PresentationRow> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await list.ExecuteAsync(ct);
        Ahead = [.. rows.Where(row => IsAhead(row.Presentation, now)).Reverse()];
        Past = [.. rows.Where(row => !IsAhead(row.Presentation, now))];
    }

    private static bool IsAhead(Presentation presentation, DateTimeOffset now) =>
        presentation.Status is PresentationStatus.Announced && (presentation.EndsAt ?? presentation.StartsAt) > now;
}
