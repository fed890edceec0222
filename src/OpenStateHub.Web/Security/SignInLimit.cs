using System.Threading.RateLimiting;

namespace OpenStateHub.Web.Security;

/// <summary>
/// How often one address may try a password or ask for a link at one host. An office shares one address, so this only stops machines;
/// each account is guarded by its own lockout.
/// </summary>
public static class SignInLimit
{
    public const string Name = "sign-in";
    public const int PerMinute = 30;

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Name, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"{http.Request.Host.Host} {http.Connection.RemoteIpAddress}", _ => Window())
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static FixedWindowRateLimiterOptions Window() => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) };
}
