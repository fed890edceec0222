using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Accounts.SignIns;
using OpenStateHub.Web.Pages.Accounts;
using OpenStateHub.Web.Pages.Development;
using OpenStateHub.Web.Resources;

namespace OpenStateHub.Web.Security;

/// <summary>Who is asked to sign in, by which cookie, and what each may do.</summary>
public static class SignInSetup
{
    public const string SignInPath = "/cuenta/entrar";
    public const string ReturnName = "volver";

    // The browser keeps a __Host- cookie to the very host that set it, and only with Secure and the path /.
    private const string CookieName = "__Host-hub";
    private const string FormCookieName = "__Host-hub-form";

    private const string StepCookieName = "__Host-hub-step";

    public static void AddSignIn(this IServiceCollection services)
    {
        new IdentityBuilder(typeof(Person), services).AddSignInManager();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonPrincipal>();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Entering>();
        services.AddScoped<Passkeys>();
        services.TryAddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();

        // The device knows whose passkey it is and asks its owner for a finger or a code: no address is typed, and a stolen device opens nothing.
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required"));
        services.AddSingleton(provider => new SecondFactorRule(() => !provider.GetRequiredService<SiteFacts>().IsDemonstration));
        services.AddScoped<AccountLetters>();
        services.AddScoped<RoleScopes>();
        services.AddSingleton<ShownMail>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, ConfigureStepCookie);
        services.AddRights();
        services.AddSignInLimit();
        services.AddPublicFormLimit();

        // Secure is set by the cookie policy below: the framework's own setting would refuse http://localhost, where browsers accept it.
        services.Configure<AntiforgeryOptions>(options =>
            (options.Cookie.Name, options.Cookie.Path, options.Cookie.SecurePolicy) = (FormCookieName, "/", CookieSecurePolicy.None));
        services.Configure<CookiePolicyOptions>(options => (options.Secure, options.HttpOnly) = (CookieSecurePolicy.Always, HttpOnlyPolicy.Always));
    }

    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseCookiePolicy();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(AnswerUnknownAddress);
        app.UseAuthorization();
    }

    /// <summary>
    /// An unknown address is 404 for everybody, and a verb that an address does not know is 405: the policy for whatever says nothing would
    /// ask who is there.
    /// </summary>
    private static Task AnswerUnknownAddress(HttpContext http, RequestDelegate next)
    {
        switch (http.GetEndpoint())
        {
            case null:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;

            // What the router itself answers with says nothing of itself.
            case { Metadata.Count: 0, RequestDelegate: { } answer }:
                return answer(http);

            default:
                return next(http);
        }
    }

    private static void AddRights(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, RightHandler>();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        foreach (var right in Rights.All)
        {
            authorization.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        }
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SignIn.Lifetime;
        options.Events.OnValidatePrincipal = PersonPrincipal.ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;

            // A form of the back office stands where it is sent: there what was typed comes back after signing in.
            var isForm = request.Path.StartsWithSegments("/gestion");
            var back = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : isForm ? request.Path.Value! : "/gestion";
            context.Response.Redirect(Languages.Keep(SignInPath + QueryString.Create(ReturnName, back)));
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = async context =>
        {
            var http = context.HttpContext;

            if (await http.RequestServices.GetRequiredService<CurrentPerson>().LacksSecondFactorAsync(http.RequestAborted))
            {
                var back = HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : "/gestion";
                context.Response.Redirect(Languages.Keep(SecondFactorRule.Path + QueryString.Create(ReturnName, back)));
                return;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        };
    }

    /// <summary>Between the password and the second step: it opens nothing by itself.</summary>
    private static void ConfigureStepCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = StepCookieName;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = Entering.StepLifetime;
        options.SlidingExpiration = false;
    }
}
