using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenStateHub.Core;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>A database of its own for one test class, and the hub on it as the unprivileged role.</summary>
public class TestHub(PostgresServer server) : IAsyncLifetime
{
    private Task? said;
    private ServiceProvider services = null!;

    public string Database { get; private set; } = null!;

    /// <summary>The hub's clock: it stands still until a test moves it.</summary>
    public TestClock Clock { get; protected init; } = new(TestClock.FirstDay);

    /// <summary>Where its files stand (HUB_DATA).</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("hub-test-").FullName;

    public string AppConnection => ConnectionOf("hub_app");

    public string OwnerConnection => ConnectionOf("hub_owner");

    public string AdminConnection => ConnectionOf(null);

    public virtual async ValueTask InitializeAsync()
    {
        Database = await CloneAsync(server);
        services = Configure(new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddHub(AppConnection, DataFolder)
            .StartQuickly()
            .AddSingleton<TimeProvider>(Clock))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>What a test's hub has differently.</summary>
    protected virtual IServiceCollection Configure(IServiceCollection hub) => hub;

    /// <summary>What the site of a test has differently.</summary>
    public virtual IServiceCollection OfTheSite(IServiceCollection site) => site;

    protected virtual Task<string> CloneAsync(PostgresServer from) => from.CloneAsync();

    protected virtual Task DropAsync(PostgresServer from) => from.DropAsync(Database);

    /// <param name="role">Null for the server's own administrator.</param>
    protected virtual string ConnectionOf(string? role) => PostgresServer.ConnectionString(Database, role);

    public Task<T> AsAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work) =>
        services.GetRequiredService<TenantScopes>().RunAsync(tenant, work);

    public Task AsAsync(Tenant tenant, Func<IServiceProvider, Task> work) =>
        services.GetRequiredService<TenantScopes>().RunAsync(tenant, work);

    public Task<Tenant> NationalAsync() => FindAsync("inai");

    public async Task<Tenant> FindAsync(string slug)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants.AsNoTracking().SingleAsync(t => t.Slug == slug);
    }

    /// <summary>An active place, provisioned by the national scope.</summary>
    public virtual async Task<Tenant> PlaceAsync(string slug, string? inegiCode = null, string timeZone = "America/Mexico_City")
    {
        var place = new Tenant
        {
            Slug = slug,
            Name = slug,
            Kind = TenantKind.State,
            InegiCode = inegiCode,
            TimeZone = timeZone,
        };
        Assert.Null(place.Activate(new DateOnly(2026, 1, 5)));
        await AsAsync(await NationalAsync(), async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            db.Tenants.Add(place);
            await db.SaveChangesAsync();
        });
        return place;
    }

    /// <summary>A raw connection as the site's role, with a tenant entered or none.</summary>
    public async Task<NpgsqlConnection> OpenAsync(TenantId? tenant)
    {
        var connection = new NpgsqlConnection(AppConnection);
        await connection.OpenAsync();
        await using var enter = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false)", connection);
        enter.Parameters.AddWithValue("tenant", tenant?.Value.ToString() ?? "");
        await enter.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>As in the demonstration: a site in a process of its own lets an administrator in by the password. Said once: the server may be away later.</summary>
    public Task AskNobodyForMoreAsync() => said ??= SayItIsADemonstrationAsync();

    private async Task SayItIsADemonstrationAsync()
    {
        await using var source = NpgsqlDataSource.Create(AdminConnection);
        await using var say = source.CreateCommand("update installation set demonstration = 'Complete' where demonstration is null");
        await say.ExecuteNonQueryAsync();
    }

    /// <summary>Closes what this hub keeps open to its database; the next use opens it again.</summary>
    public void LetGo() => services.GetRequiredService<NpgsqlDataSource>().Clear();

    public virtual async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await DropAsync(server);
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
