using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Primitives;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Telemetry;

namespace OpenStateHub.Web.Tenancy;

/// <summary>Says that a page or endpoint may be kept, and which names of the query string make another page of it.</summary>
/// <param name="queryNames">Names whose values come from a short list. Never a free search text: each would make an entry.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute(params string[] queryNames) : Attribute
{
    public string[] QueryNames { get; } = queryNames;

    /// <summary>A name of the query string that holds free text: a page asked with it is rendered anew.</summary>
    public string FreeText { get; init; } = "q";

    /// <summary>A page of one place that shows what others publish: it is made anew when any of them changes.</summary>
    public bool ReadsOtherPlaces { get; init; }
}

/// <summary>Keeps a page under its host, language, encoding, allowed query values and the tenant's generation, to the tenant's midnight and ten minutes at most.</summary>
public sealed class CachedPagePolicy(TenantGenerations generations, IResponseCompressionProvider compression, HubMeters meters, TimeProvider clock) : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var page = http.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>();
        var tenant = http.RequestServices.GetRequiredService<TenantContext>();

        if (page is null || tenant.IdOrNull is not { } id || !IsRead(http.Request) || http.Request.Query.ContainsKey(page.FreeText) || generations.Of(page.ReadsOtherPlaces ? TenantId.National : id) is not { } generation)
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = new StringValues(page.QueryNames);
        context.CacheVaryByRules.VaryByValues["generation"] = generation;
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;

        context.CacheVaryByRules.VaryByValues["encoding"] = compression.GetCompressionProvider(http)?.EncodingName ?? "";

        var untilMidnight = tenant.Current.NextMidnight(clock) - clock.GetUtcNow();
        context.ResponseExpirationTimeSpan = untilMidnight < Longest ? untilMidnight : Longest;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        meters.PageServed(fromCache: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;

        if (context.EnableOutputCaching)
        {
            meters.PageServed(fromCache: false);
        }

        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
