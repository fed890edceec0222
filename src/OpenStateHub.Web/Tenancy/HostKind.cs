using Microsoft.AspNetCore.Routing.Matching;

namespace OpenStateHub.Web.Tenancy;

/// <summary>Marks an endpoint that only the national host has: <c>/</c> is the map of the country there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NationalOnlyAttribute : Attribute;

/// <summary>Marks an endpoint that every host but the national one has: <c>/</c> is the place's tracker there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LocalOnlyAttribute : Attribute;

/// <summary>
/// Two pages may share an address where each is for hosts of another kind: one of the wrong kind is no candidate, so that its address
/// answers 404 like any unknown one. Routing runs before a tenant is entered, hence the host is looked up here too.
/// </summary>
public sealed class HostKindPolicy(HostMap hosts) : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before the policies that choose by verb or content type, which would take two pages of one address for ambiguous.</summary>
    public override int Order => -10_000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsMarked);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var isNational = hosts.Find(httpContext.Request.Host.Host) is { IsNational: true };

        for (var i = 0; i < candidates.Count; i++)
        {
            if (IsMarked(candidates[i].Endpoint) && Has<NationalOnlyAttribute>(candidates[i].Endpoint) != isNational)
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsMarked(Endpoint endpoint) => Has<NationalOnlyAttribute>(endpoint) || Has<LocalOnlyAttribute>(endpoint);

    private static bool Has<T>(Endpoint endpoint)
        where T : class => endpoint.Metadata.GetMetadata<T>() is not null;
}
