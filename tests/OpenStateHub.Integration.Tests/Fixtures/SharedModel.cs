using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Integration.Tests.Fixtures;

/// <summary>One model and one set of compiled queries for all hubs of a run.</summary>
internal static class SharedModel
{
    /// <summary>EF Core keeps both for each data source, and every test hub has its own: given a connection of that data source instead, it builds and compiles once. The interceptors, and so the wall, stay the hub's.</summary>
    public static IServiceCollection ShareModel(this IServiceCollection services) => services.ConfigureDbContext<HubDbContext>((scope, options) =>
        options.UseNpgsql(scope.GetRequiredService<NpgsqlDataSource>().CreateConnection(), contextOwnsConnection: true));
}
