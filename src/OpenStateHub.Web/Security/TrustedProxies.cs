using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace OpenStateHub.Web.Security;

/// <summary>X-Forwarded-* is believed only from the proxies that the operator names: any other client could claim a host and so a tenant.</summary>
public static class TrustedProxies
{
    /// <remarks>HUB_TRUSTED_PROXIES: addresses or networks (10.0.0.0/8), separated by commas.</remarks>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            var names = (configuration["HUB_TRUSTED_PROXIES"] ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();

            foreach (var name in names)
            {
                if (name.Contains('/', StringComparison.Ordinal))
                {
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(name));
                }
                else
                {
                    options.KnownProxies.Add(IPAddress.Parse(name));
                }
            }

            options.ForwardedHeaders = names.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto;
        });
}
