using OpenStateHub.Core.Observatory;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Pages.Shared;

namespace OpenStateHub.Web.Pages.Observatory;

/// <summary>What the list of places and its download were asked for.</summary>
/// <param name="Parent">The slug of a state.</param>
/// <param name="IsInactive">Asked in the place of a stage: only those that did nothing in public for six months.</param>
/// <param name="LongestFirst">Whoever has been at its stage for the longest stands first.</param>
public sealed record PlacesAsked(
    string? Search, TenantKind? Kind, Stage? Stage, TenantStatus? Status, string? Parent, bool IsInactive, bool LongestFirst, int Page)
{
    public const string Inactive = "Inactive", Longest = "tiempo";

    /// <summary>What the query string calls the stage.</summary>
    public string? StageName => IsInactive ? Inactive : Stage?.ToString();

    public int Active => new object?[] { Search, Kind, StageName, Status, Parent }.Count(value => value is not null);

    public ListPlaces.Filter Filter(DateOnly today) =>
        new(today, Kind, Stage, Status, Search, Parent, IsInactive ? true : null, LongestFirst);

    /// <summary>Null: a value that no filter has.</summary>
    public static PlacesAsked? From(IQueryCollection query)
    {
        var isInactive = query["etapa"] == Inactive;
        Stage? stage = null;
        var isRead = Asked.Choice<TenantKind>(query["tipo"], out var kind) & (isInactive || Asked.Choice(query["etapa"], out stage))
            & TextOf(query["orden"]) is (null or Longest)
            & Asked.Choice<TenantStatus>(query["estatus"], out var status) & Asked.PageNumber(query[Pager.QueryName], out var page);
        return isRead && kind is not TenantKind.National
            ? new PlacesAsked(TextOf(query["q"]), kind, stage, status, TextOf(query["estado"]), isInactive, TextOf(query["orden"]) is not null, page)
            : null;
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
