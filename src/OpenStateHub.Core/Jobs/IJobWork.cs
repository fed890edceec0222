namespace OpenStateHub.Core.Jobs;

/// <summary>The work of a job of the clock, in the scope of the national tenant. Doing it twice does no more than once: a killed node's job is run again.</summary>
public interface IJobWork
{
    /// <param name="ct">The process stops: what was begun is finished, nothing else is begun, and the call ends by throwing.</param>
    Task ExecuteAsync(JobReport report, CancellationToken ct);
}
