using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace OpenStateHub.Web.Security;

/// <summary>A wrong address and a fault each get a page in the house style; the API gets a problem document (RFC 9457).</summary>
public static class Errors
{
    public static void UseHubErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf, SuppressDiagnosticsCallback = IsSenders, ExceptionHandler = WriteProblemAsync });
            api.UseStatusCodePages(context => WriteProblemAsync(context.HttpContext));
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                AllowStatusCode404Response = true,
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = IsSenders,
            });
            pages.UseStatusCodePagesWithReExecute("/error", createScopeForStatusCodePages: true);
        });
    }

    /// <summary>What the log calls the failure of this request.</summary>
    public static string ReferenceOf(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>A problem whatever the client says it accepts. Only our own faults have a reference: every 404 is the very same.</summary>
    private static Task WriteProblemAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var isOurs = status >= StatusCodes.Status500InternalServerError;
        return Results.Problem(
            statusCode: status,
            extensions: isOurs ? new Dictionary<string, object?> { ["traceId"] = ReferenceOf(http) } : null).ExecuteAsync(http);
    }

    /// <summary>Not logged as a failure: nothing of ours failed.</summary>
    private static bool IsSenders(ExceptionHandlerSuppressDiagnosticsContext context) => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError;

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    /// <summary>A database that cannot be reached comes back; text that no database holds is the sender's mistake; anything else is a fault of ours.</summary>
    private static int StatusOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                // The character NUL, in a search or in a field: no person types it.
                case PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }:
                    return StatusCodes.Status400BadRequest;
                // It is being stopped or killed, and takes its connections with it.
                case PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }:
                case NpgsqlException { IsTransient: true }:
                    return StatusCodes.Status503ServiceUnavailable;
            }
        }

        return StatusCodes.Status500InternalServerError;
    }
}
