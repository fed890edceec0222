namespace OpenStateHub.Web.Jobs;

/// <summary>Wakes the worker of this process when work may be due.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Wake()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already, and looks again before it sleeps.
        }
    }

    /// <summary>Returns when woken, and after <paramref name="longest"/> at the latest.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken ct) => semaphore.WaitAsync(longest, ct);

    public void Dispose() => semaphore.Dispose();
}
