namespace OpenStateHub.Web.Jobs;

/// <summary>Wakes the workers of this process when work may be due.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Ends with the next wake. Read before looking at the list, so that a wake in between is not missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Wake() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
