namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A hub that holds the demonstration, on the day on which it was seeded.</summary>
public sealed class DemoHub : TestHub
{
    /// <summary>Of every account of the demonstration.</summary>
    public const string Password = "Demo-OpenState-1";

    public DemoHub(PostgresServer server)
        : base(server) => Clock = new TestClock(TimeProvider.System.GetUtcNow());

    protected override Task<string> CloneAsync(PostgresServer from) => from.CloneDemonstrationAsync();
}
