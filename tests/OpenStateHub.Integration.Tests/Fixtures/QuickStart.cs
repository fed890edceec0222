using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>What the hubs of a run do once or lightly where one hub would do it once and thoroughly.</summary>
internal static class QuickStart
{
    /// <summary>A password is tried by nobody else here: its hash need not withstand a thief.</summary>
    private const int HashRounds = 10;

    public static IServiceCollection StartQuickly(this IServiceCollection services)
    {
        // EF Core keeps its model and its compiled queries for each data source, and every test hub has its own: given a connection of
        // that data source instead, a run makes them once. The interceptors, and so the wall, stay the hub's.
        services.ConfigureDbContext<HubDbContext>((scope, options) =>
            options.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>().CreateConnection(), contextOwnsConnection: true));
        return services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
    }
}
