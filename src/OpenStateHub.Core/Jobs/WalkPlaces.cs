using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Jobs;

/// <summary>
/// The nightly walk: enters each served place once and does there what must be done everywhere, a few places at a time. A place that
/// fails is recorded and holds up no other; without a database the walk ends, and is tried again later.
/// </summary>
public sealed class WalkPlaces(IServiceScopeFactory scopes, TenantScopes tenants, IEnumerable<NightlyWork> works, ILogger<WalkPlaces> log) : IJobWork
{
    /// <summary>Each takes a connection of the pool; more than the database has processors for gains nothing.</summary>
    private const int AtOnce = 4;

    public async Task ExecuteAsync(JobReport report, CancellationToken ct) => await Parallel.ForEachAsync(
        await PlacesAsync(ct),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
        async (place, _) => await VisitAsync(place, report));

    private async Task<List<Tenant>> PlacesAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HubDbContext>().Tenants
            .AsNoTracking()
            .Where(place => place.Status == TenantStatus.Active || place.Status == TenantStatus.Suspended)
            .OrderBy(place => place.Slug)
            .ToListAsync(ct);
    }

    /// <summary>Not to be interrupted: whoever stops the walk waits for the places that it is in.</summary>
    private async Task VisitAsync(Tenant place, JobReport report)
    {
        var isWhole = true;

        foreach (var work in works)
        {
            try
            {
                await tenants.RunAsync(place, scope => work.RunAsync(scope, CancellationToken.None));
            }
            catch (Exception e) when (Fault.Of(e) is { Kind: not FaultKind.DatabaseGone } fault)
            {
                isWhole = false;
                report.Fail(place.Id, work.Name, fault);
                log.LogError(e, "{Work} failed in {Tenant}.", work.Name, place.Slug);
            }
        }

        if (isWhole)
        {
            report.Count();
        }
    }
}
