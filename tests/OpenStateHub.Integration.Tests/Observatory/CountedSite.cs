using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Observatory;

/// <summary>The site, counting the SQL commands of its requests: also the one by which each opened connection enters its tenant.</summary>
internal sealed class CountedSite : IAsyncDisposable
{
    private readonly HubSite site;
    private readonly WebApplicationFactory<Program> counted;

    public CountedSite(TestHub hub)
    {
        site = new HubSite(hub);
        counted = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<Counter>();
            services.AddSingleton<OpeningCounter>();
            services.ConfigureDbContext<HubDbContext>((scope, options) =>
                options.AddInterceptors(scope.GetRequiredService<Counter>(), scope.GetRequiredService<OpeningCounter>()));
        }));
    }

    public async Task<int> CommandsOfAsync(string path)
    {
        using var client = counted.CreateClient();
        var counter = counted.Services.GetRequiredService<Counter>();
        counter.Commands = 0;
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return counter.Commands;
    }

    public async ValueTask DisposeAsync()
    {
        await counted.DisposeAsync();
        await site.DisposeAsync();
    }

    /// <summary>The workers of the site are not counted: they work for no request.</summary>
    private sealed class Counter(IHttpContextAccessor accessor) : DbCommandInterceptor
    {
        private int commands;

        public int Commands { get => commands; set => commands = value; }

        public void Count()
        {
            if (accessor.HttpContext is not null)
            {
                Interlocked.Increment(ref commands);
            }
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class OpeningCounter(Counter counter) : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            counter.Count();
            return Task.CompletedTask;
        }
    }
}
