namespace OpenStateHub.Web.Security;

/// <summary>A wrong address and a fault each get a page in the house style; the API gets a problem document (RFC 9457).</summary>
public static class Errors
{
    public static void UseHubErrors(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            CreateScopeForErrors = true,
            AllowStatusCode404Response = true,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
    }
}
