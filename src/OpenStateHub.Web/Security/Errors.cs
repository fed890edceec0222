using Npgsql;

namespace OpenStateHub.Web.Security;

/// <summary>A wrong address and a fault each get a page in the house style; the API gets a problem document (RFC 9457).</summary>
public static class Errors
{
    public static void AddHubErrors(this IServiceCollection services) => services.AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            // Every 404 is the very same, whether the thing is unknown or another place's.
            if (context.ProblemDetails.Status < StatusCodes.Status500InternalServerError)
            {
                context.ProblemDetails.Extensions.Remove("traceId");
            }
        });

    public static void UseHubErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                AllowStatusCode404Response = true,
                StatusCodeSelector = StatusOf,
            });
            pages.UseStatusCodePagesWithReExecute("/error", createScopeForStatusCodePages: true);
        });
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    /// <summary>A database that cannot be reached comes back; anything else is a fault of ours.</summary>
    private static int StatusOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException { IsTransient: true })
            {
                return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }
}
