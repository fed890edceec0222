using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>On a state's own host: how far each of its municipalities has come.</summary>
[LocalOnly]
[CachedPage("etapa", Pager.QueryName, ReadsOtherPlaces = true)]
public sealed class MunicipalitiesModel(ListPlaces places, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public DateOnly Today { get; private set; }
    public PlacesAsked Asked { get; private set; } = null!;
    public ListPlaces.Result Found { get; private set; } = null!;

    /// <summary>Only stages that some municipality stands at, in their order.</summary>
    public IReadOnlyList<(string Stage, int Count)> Stages { get; private set; } = [];

    public int Total => Stages.Where(s => s.Stage != PlacesAsked.Inactive).Sum(s => s.Count);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (tenant.Current.Kind is not TenantKind.State)
        {
            return NotFound();
        }

        if (PlacesAsked.From(Request.Query) is not { } asked)
        {
            return BadRequest();
        }

        Today = tenant.Current.Today(clock);
        Asked = asked;
        var own = new ListPlaces.Filter(Today, TenantKind.Municipality, Parent: tenant.Current.Slug);
        Stages = CountsOf(await places.ByStageAsync(own, ct));
        Found = await places.ExecuteAsync(
            own with { Stage = asked.Stage, Inactive = asked.IsInactive ? true : null, Search = asked.Search }, (asked.Page - 1) * PageSize, PageSize, ct);
        return Found.Rows.Count == 0 && asked.Page > 1 ? NotFound() : Page();
    }

    public static string AddressOf(string? stage) => stage is null ? "/municipios" : $"/municipios?etapa={stage}";

    private static List<(string Stage, int Count)> CountsOf(List<PlacesAtStage> found)
    {
        var counts = found.GroupBy(p => p.Stage).OrderBy(group => group.Key).Select(group => (group.Key.ToString(), group.Sum(p => p.Count))).ToList();
        var inactive = found.Where(p => p.IsInactive).Sum(p => p.Count);
        return inactive > 0 ? [.. counts, (PlacesAsked.Inactive, inactive)] : counts;
    }
}
