using System.Collections.Concurrent;
using System.Diagnostics;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Jobs;

/// <summary>What a run says of itself while it works, from several threads.</summary>
public sealed class JobReport(Guid runId)
{
    private readonly ConcurrentQueue<JobFailure> failures = new();
    private int done;

    public int Done => done;

    public IReadOnlyCollection<JobFailure> Failures => failures;

    /// <summary>What the log calls this run.</summary>
    public string? Reference { get; } = Activity.Current?.TraceId.ToString();

    public void Count(int more = 1) => Interlocked.Add(ref done, more);

    /// <param name="work">Which of the works that the job does in each place.</param>
    public void Fail(TenantId place, string work, Fault fault) => failures.Enqueue(new JobFailure
    {
        RunId = runId,
        PlaceId = place,
        Work = work,
        Fault = fault.Kind,
        Detail = fault.Detail,
        Reference = Reference,
    });
}
