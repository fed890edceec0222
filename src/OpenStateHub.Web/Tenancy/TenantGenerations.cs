using System.Collections.Concurrent;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Web.Tenancy;

/// <summary>
/// A number a tenant that each public change raises. It is part of the key of every cached page and read before the page is
/// rendered, so that a render which began before a change lands under a dead key. While nobody hears of changes there is none, and
/// nothing is kept.
/// </summary>
public sealed class TenantGenerations
{
    private readonly ConcurrentDictionary<TenantId, long> raised = new();
    private readonly ConcurrentDictionary<TenantId, TaskCompletionSource> waiting = new();
    private long epoch;
    private volatile bool isHearing;

    /// <returns>Null while changes go unheard.</returns>
    public string? Of(TenantId tenant) => isHearing ? $"{Volatile.Read(ref epoch)}.{raised.GetValueOrDefault(tenant)}" : null;

    /// <summary>From now on each change is raised here, until this is disposed of.</summary>
    public IDisposable Hear()
    {
        RaiseAll();
        isHearing = true;
        return new Hearing(this);
    }

    /// <summary>Ends with the next rise. Read before looking at the generation, so that a rise in between is not missed.</summary>
    public Task NextOf(TenantId tenant) => waiting.GetOrAdd(tenant, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Raise(TenantId tenant)
    {
        raised.AddOrUpdate(tenant, 1, (_, generation) => generation + 1);
        Wake(tenant);

        // The national pages read what every place publishes.
        if (tenant != TenantId.National)
        {
            raised.AddOrUpdate(TenantId.National, 1, (_, generation) => generation + 1);
            Wake(TenantId.National);
        }
    }

    public void RaiseAll()
    {
        Interlocked.Increment(ref epoch);

        foreach (var tenant in waiting.Keys)
        {
            Wake(tenant);
        }
    }

    private void Wake(TenantId tenant)
    {
        if (waiting.TryRemove(tenant, out var next))
        {
            next.SetResult();
        }
    }

    private sealed class Hearing(TenantGenerations heard) : IDisposable
    {
        public void Dispose() => heard.isHearing = false;
    }
}
