using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>Every place of the country: who is on the way, who keeps its word, who is late.</summary>
[NationalOnly]
[CachedPage("tipo", "etapa", "estatus", "estado", "orden", Pager.QueryName)]
public sealed class PlacesModel(ListPlaces places, TenantContext tenant, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    public static IEnumerable<TenantKind> Kinds => Enum.GetValues<TenantKind>().Where(kind => kind is not TenantKind.National);
    public static IReadOnlyList<Stage> Stages { get; } = Enum.GetValues<Stage>();
    public static IReadOnlyList<TenantStatus> Statuses { get; } = Enum.GetValues<TenantStatus>();

    public DateOnly Today { get; private set; }
    public PlacesAsked Filters { get; private set; } = null!;
    public IReadOnlyList<StateName> States { get; private set; } = [];
    public ListPlaces.Result Found { get; private set; } = null!;

    /// <summary>The same rows as a file.</summary>
    public string FileAddress { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (PlacesAsked.From(Request.Query) is not { } asked)
        {
            return BadRequest();
        }

        States = await places.StatesAsync(ct);

        if (asked.Parent is not null && States.All(state => state.Slug != asked.Parent))
        {
            return NotFound();
        }

        Filters = asked;
        Today = tenant.Current.Today(clock);
        Found = await places.ExecuteAsync(asked.Filter(Today), (asked.Page - 1) * PageSize, PageSize, ct);
        FileAddress = PlacesCsv.AddressOf(asked);
        return Found.Rows.Count == 0 && asked.Page > 1 ? NotFound() : Page();
    }
}
