using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Web.Security;

/// <summary>May be asked of a suspended place too: who wants no more letters is not made to wait.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EvenSuspendedAttribute : Attribute;

/// <summary>A suspended or archived place is readable and nothing in it changes: whatever is not a read is refused before anything looks at it.</summary>
public static class Suspension
{
    public static void UseSuspension(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!IsRefused(http))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    /// <summary>Whether this very request is refused because the place is at rest; the page that says so is not.</summary>
    public static bool IsRefused(HttpContext http)
    {
        var known = http.GetEndpoint()?.Metadata;
        return IsChange(http) && known?.GetMetadata<HostlessAttribute>() is null && known?.GetMetadata<EvenSuspendedAttribute>() is null;
    }

    /// <summary>Whether the request would change a place that is read only.</summary>
    public static bool IsChange(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
        && http.RequestServices.GetRequiredService<TenantContext>() is { IdOrNull: not null, Current.IsReadOnly: true };
}
