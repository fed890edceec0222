using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>What turns a host name into a tenant, and a tenant into its cached pages.</summary>
public static class TenantHosts
{
    private const long CacheBytes = 160 * 1024 * 1024;

    public static void AddTenantHosts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SiteAddress.From(name => configuration[name]));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HostMap>(provider, provider.GetRequiredService<SiteAddress>().Domain));
        services.AddSingleton<TenantGenerations>();
        services.AddSingleton<Faces>();
        services.AddSingleton<CurrentFace>();
        services.AddScoped<FaceFilter>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<FaceFilter>());
        services.AddSingleton<MatcherPolicy, HostKindPolicy>();
        services.AddSingleton<CachedPagePolicy>();
        services.AddHostedService<ChangeListener>();
        services.AddHttpContextAccessor();
        services.AddSingleton<HubAddresses>();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"];
        });
        services.AddOutputCache(options => options.SizeLimit = CacheBytes);
        services.AddOptions<OutputCacheOptions>().Configure<CachedPagePolicy>((options, policy) => options.AddBasePolicy(policy));
    }

    /// <summary>Keeps public pages as they travel, each compressed once. Other pages hold secrets of their reader, which a compressed length would betray.</summary>
    public static void UseKeptPages(this IApplicationBuilder app)
    {
        app.UseOutputCache();
        app.UseWhen(http => http.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is not null, kept => kept.UseResponseCompression());
    }

    public static void UseTenants(this IApplicationBuilder app) => app.UseMiddleware<TenantMiddleware>();
}
