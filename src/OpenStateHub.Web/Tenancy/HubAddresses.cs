using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// Addresses on this hub, as the reader of the current request reaches them: same scheme and port, same language. What the clock
/// does has no request: its letters name the hosts of <see cref="SiteAddress"/>.
/// </summary>
public sealed class HubAddresses(HostMap hosts, SiteAddress site, IHttpContextAccessor accessor)
{
    private HttpRequest Request => accessor.HttpContext!.Request;

    /// <summary>A page of the national tenant, such as <c>/entidades/durango</c>.</summary>
    public string National(string path = "/") => At(hosts.BaseDomain, path);

    /// <summary>A page of a place that is served here.</summary>
    public string Place(string slug, string path = "/") => At(hosts.HostOf(slug), path);

    /// <summary>
    /// This very page in the language of the query given, without its host. Of a page that is kept, only the values that are
    /// part of its key are repeated: anything else would show one reader's address to the next.
    /// </summary>
    /// <param name="changes">Values of the query string to set, or with null to leave out.</param>
    public string Here(params (string Name, string? Value)[] changes)
    {
        var kept = accessor.HttpContext!.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>();
        var changed = changes.Select(change => change.Name).ToHashSet();
        var values = Request.Query
            .Where(pair => !changed.Contains(pair.Key) && pair.Key != Languages.QueryName && IsRepeated(pair.Key, kept))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value)));

        return Languages.Keep(Request.PathBase + Request.Path + QueryString.Create(values));
    }

    /// <summary>This very page under the place's own domain, for whoever finds it under the hub's; null where the place has none.</summary>
    public string? Canonical(Tenant place, string here) => hosts.DomainOf(place.Id) is null ? null : At(hosts.HostOf(place.Slug), here);

    /// <summary>The address with this request's scheme and host in front.</summary>
    public string Whole(string address) => $"{Request.Scheme}://{Request.Host}{address}";

    /// <summary>A page of a place in a letter, whoever or whatever sends it.</summary>
    public string Of(Tenant place, string path) => place.IsNational ? National(path) : Place(place.Slug, path);

    private string At(string host, string path) => accessor.HttpContext is null
        ? site.At(host, Languages.Keep(path))
        : $"{Request.Scheme}://{(Request.Host.Port is { } port ? new HostString(host, port) : new HostString(host))}{Languages.Keep(path)}";

    private static bool IsRepeated(string name, CachedPageAttribute? kept) =>
        kept is null || name == kept.FreeText || kept.QueryNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
