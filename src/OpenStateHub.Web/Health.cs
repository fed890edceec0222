using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Web;

/// <summary>Ready means: the database answers, and has the schema that this build knows.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await Migrator.IsCurrentAsync(connection, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database lacks migrations of this build: run 'hub migrate'.");
    }
}

public static class Health
{
    /// <summary>A database that does not answer in time is not ready either.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    /// <summary>On SIGTERM nothing new is begun, and what was begun (requests, the places that a job is in) has this long to end.</summary>
    public static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    /// <summary>Answered before any tenant is looked for, so that a probe needs no host name.</summary>
    public static void UseHubHealth(this IApplicationBuilder app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready");
    }
}
