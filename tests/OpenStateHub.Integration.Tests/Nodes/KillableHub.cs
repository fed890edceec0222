using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Nodes;

/// <summary>A hub on a server of its own, which may be killed.</summary>
internal sealed class KillableHub(PostgresServer others) : TestHub(others)
{
    public KillableServer Server { get; private set; } = null!;

    protected override async Task<string> CloneAsync(PostgresServer from)
    {
        const string made = "hub";
        Server = await KillableServer.StartAsync();
        await Migrator.MigrateAsync(Server.ConnectionString(made, "hub_owner"), CancellationToken.None);
        return made;
    }

    protected override async Task DropAsync(PostgresServer from) => await Server.DisposeAsync();

    protected override string ConnectionOf(string? role) => Server.ConnectionString(Database, role);
}
