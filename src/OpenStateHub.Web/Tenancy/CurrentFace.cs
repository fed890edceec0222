using Microsoft.AspNetCore.Mvc.Filters;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Settings;

namespace OpenStateHub.Web.Tenancy;

/// <summary>How the place of this request shows itself; the hub's own face where no page is being made.</summary>
public sealed class CurrentFace(IHttpContextAccessor accessor)
{
    public Face Value => accessor.HttpContext?.Features.Get<Face>() ?? Face.Standard;
}

/// <summary>Brings the place's face to each page before the page is made.</summary>
public sealed class FaceFilter(Faces faces, TenantContext tenant, FindFace find) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (tenant.IdOrNull is { } place)
        {
            var http = context.HttpContext;
            http.Features.Set(http.GetEndpoint()?.Metadata.GetMetadata<HostlessAttribute>() is null
                ? await faces.FindAsync(place, find, http.RequestAborted)
                : faces.LastKnown(place));
        }

        await next();
    }
}
