using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>What the list of places and its download were asked for.</summary>
/// <param name="Parent">The slug of a state.</param>
public sealed record PlacesAsked(string? Search, TenantKind? Kind, Stage? Stage, TenantStatus? Status, string? Parent, int Page)
{
    public int Active => new object?[] { Search, Kind, Stage, Status, Parent }.Count(value => value is not null);

    public ListPlaces.Filter Filter(DateOnly today) => new(today, Kind, Stage, Status, Search, Parent);

    /// <summary>Null: a value that no filter has.</summary>
    public static PlacesAsked? From(IQueryCollection query)
    {
        var isRead = Asked.Choice<TenantKind>(query["tipo"], out var kind) & Asked.Choice<Stage>(query["etapa"], out var stage)
            & Asked.Choice<TenantStatus>(query["estatus"], out var status) & Asked.PageNumber(query[Pager.QueryName], out var page);
        return isRead && kind is not TenantKind.National
            ? new PlacesAsked(TextOf(query["q"]), kind, stage, status, TextOf(query["estado"]), page)
            : null;
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
