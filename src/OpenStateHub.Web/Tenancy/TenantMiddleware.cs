using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>Marks an endpoint that answers on every host, also where no tenant lives: style sheets and the error pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HostlessAttribute : Attribute;

/// <summary>The host name picks the tenant, and nothing else of the request can.</summary>
public sealed class TenantMiddleware(RequestDelegate next, HostMap hosts)
{
    public async Task InvokeAsync(HttpContext http, TenantContext context)
    {
        var tenant = hosts.Find(http.Request.Host.Host);

        if (tenant is { IsServed: true })
        {
            context.Enter(tenant);
            await next(http);
        }
        else if (IsHostless(http.GetEndpoint()))
        {
            await next(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static bool IsHostless(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<HostlessAttribute>() is not null
        || endpoint?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
