using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Tracking;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Tracking;

/// <summary>Every public promise of the place, to search and to narrow down.</summary>
[CachedPage("plan", "eje", "estado", "retraso", "ods", "dependencia", "orden", Pager.QueryName)]
public sealed class CommitmentsModel(ListCommitments commitments) : PageModel
{
    public const int PageSize = 25;

    public CommitmentQuery Asked { get; private set; } = null!;
    public FilterChoices Choices { get; private set; } = null!;
    public IReadOnlyList<CommitmentRow> Rows { get; private set; } = [];
    public int PageNumber { get; private set; } = 1;
    public int Total { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? q, string? plan, string? eje, string? estado, string? retraso, string? ods, string? dependencia, string? orden,
        [FromQuery(Name = Pager.QueryName)] int? number, CancellationToken ct)
    {
        Asked = new CommitmentQuery(q, plan, eje, estado, retraso, ods, dependencia, orden);
        PageNumber = number ?? 1;

        if (Asked.ToFilter() is not { } filter || !ModelState.IsValid || PageNumber < 1)
        {
            return NotFound();
        }

        var found = await commitments.ExecuteAsync(filter, Asked.Order, ct);
        (Choices, Total) = (found.Choices, found.Rows.Count);
        Rows = [.. found.Rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Asked.IsOffered(Choices) && (Rows.Count > 0 || PageNumber == 1) ? Page() : NotFound();
    }
}
