using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>A hub with a place and its administrator, served by two nodes.</summary>
public sealed class TwoNodes(PostgresServer server) : TestHub(server)
{
    internal Cluster Cluster { get; private set; } = null!;

    public Tenant Place { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Clock.Now = TimeProvider.System.GetUtcNow();
        Place = await PlaceAsync("durango");
        await PlaceAsync("morelos");
        await this.PersonAsync(Place, Role.Administrator);
        Cluster = await Cluster.StartAsync(this);
    }

    public override async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await base.DisposeAsync();
    }
}
