using System.Diagnostics;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Telemetry;

/// <summary>Says in the log and in the trace of a request whose host was asked, and in the trace which route answered.</summary>
public static class RequestNames
{
    private const string Route = "http.route";

    /// <summary>Around whatever may fail: an error must be logged with its tenant too. The host names it; who may enter is decided further in.</summary>
    public static void UseRequestNames(this WebApplication app)
    {
        var hosts = app.Services.GetRequiredService<HostMap>();
        app.Use(async (http, next) =>
        {
            var tenant = hosts.Find(http.Request.Host.Host);
            using var named = tenant is null ? null : app.Logger.BeginScope("tenant {Tenant}", tenant.Slug);
            await next(http);

            if (Traced() is { } trace)
            {
                trace.SetTag("hub.tenant", tenant?.Slug);
                trace.SetTag("http.response.status_code", http.Response.StatusCode);
            }
        });
    }

    /// <summary>The route that was asked for; the error page that may take its place does not name the request anew.</summary>
    public static void UseRouteNames(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (Traced() is { } trace && trace.GetTagItem(Route) is null && (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route)
        {
            trace.SetTag(Route, route);
            trace.DisplayName = $"{http.Request.Method} {route}";
        }

        return next(http);
    });

    private static Activity? Traced() => Activity.Current is { IsAllDataRequested: true } trace ? trace : null;
}
