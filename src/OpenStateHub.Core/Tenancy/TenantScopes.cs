using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpenStateHub.Core.Tenancy;

/// <summary>Opens a fresh scope that works for one tenant: for workers and the command line, which no host name places.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes, ILogger<TenantScopes> log)
{
    public async Task<T> RunAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        using var named = log.BeginScope("tenant {Tenant}", tenant.Slug);
        return await work(scope.ServiceProvider);
    }

    public Task RunAsync(Tenant tenant, Func<IServiceProvider, Task> work) =>
        RunAsync<object?>(tenant, async services =>
        {
            await work(services);
            return null;
        });
}
