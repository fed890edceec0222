using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace OpenStateHub.Web.Security;

/// <summary>How often one address may send a form that asks nobody to sign in, at one host. A neighbourhood may share one address: this only stops machines.</summary>
public static class PublicFormLimit
{
    public const string Name = "public-form";
    public const int PerMinute = 20;

    public static void AddPublicFormLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
        options.AddPolicy(Name, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"{Name} {http.Request.Host.Host} {http.Connection.RemoteIpAddress}", _ => Window())
            : RateLimitPartition.GetNoLimiter("")));

    private static FixedWindowRateLimiterOptions Window() => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) };
}
