using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>One hub and one site for the class, and for each test a new place with an administrator: no test sees what another did.</summary>
public abstract class InAPlace(ServedHub served) : IClassFixture<ServedHub>, IAsyncLifetime
{
    private protected readonly ServedHub hub = served;
    private protected readonly HubSite site = served.Site;
    private protected Tenant durango = null!;

    public virtual async ValueTask InitializeAsync()
    {
        durango = await hub.NewPlaceAsync();
        await hub.PersonAsync(durango, Role.Administrator);
    }

    private protected Task<Browser> AdministratorAsync() => site.SignedInAsync(durango.Slug, Role.Administrator);

    public virtual ValueTask DisposeAsync()
    {
        hub.Clock.Now = TestClock.FirstDay;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
