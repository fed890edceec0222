using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Onboarding.Readiness;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Readiness;

/// <summary>What the place made public of its readiness, the latest first.</summary>
[LocalOnly]
[CachedPage]
public sealed class PublishedModel(ListReadiness list) : PageModel
{
    public IReadOnlyList<ListReadiness.Row> Series { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Series = [.. (await list.ExecuteAsync(ct)).Where(row => row.PublishedOn is not null)];
}
