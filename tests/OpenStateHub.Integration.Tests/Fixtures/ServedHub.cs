using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Web.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A hub and the one site that serves it, for a class whose tests each bring places of their own.</summary>
public class ServedHub(PostgresServer server) : TestHub(server)
{
    private int places;

    public HubSite Site { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Site = new HubSite(this);
    }

    /// <summary>A place that no other test has, served at once.</summary>
    /// <param name="called">What its slug begins with.</param>
    public Task<Tenant> NewPlaceAsync(string called = "durango") => PlaceAsync($"{called}-{Interlocked.Increment(ref places)}");

    /// <summary>The site hears of a new place by itself; nobody waits here until it has.</summary>
    public override async Task<Tenant> PlaceAsync(string slug, string? inegiCode = null, string timeZone = "America/Mexico_City")
    {
        var place = await base.PlaceAsync(slug, inegiCode, timeZone);
        await LearnPlacesAsync();
        return place;
    }

    public Task LearnPlacesAsync() => Site.Services.GetRequiredService<HostMap>().LoadAsync(CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
