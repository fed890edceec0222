using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Jobs;

public enum JobOutcome
{
    Running,
    Done,

    /// <summary>It went through, but failed for some places.</summary>
    SomeFailed,

    /// <summary>It could not go on at all.</summary>
    Failed,

    /// <summary>Its node stopped or was killed; another takes the job over.</summary>
    Interrupted,
}

/// <summary>One run of a job of the clock. Its rows belong to the national tenant, because a failure names a place.</summary>
public sealed class JobRun
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Job { get; init; }

    /// <summary>The process that ran it.</summary>
    public required string Node { get; init; }

    /// <summary>Null: the clock.</summary>
    public Guid? AskedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public JobOutcome Outcome { get; private set; }

    /// <summary>For how many places, or whatever else the job counts.</summary>
    public int Done { get; private set; }

    public int Failed { get; private set; }
    public FaultKind? Fault { get; private set; }
    public string? Detail { get; private set; }

    /// <summary>What the log calls this run.</summary>
    public string? Reference { get; private set; }

    public void Finish(JobReport report, DateTimeOffset now) =>
        End(report.Failures.Count == 0 ? JobOutcome.Done : JobOutcome.SomeFailed, report, now);

    public void Fail(Fault fault, JobReport report, DateTimeOffset now)
    {
        End(JobOutcome.Failed, report, now);
        (Fault, Detail) = (fault.Kind, fault.Detail);
    }

    public void Interrupt(JobReport report, DateTimeOffset now) => End(JobOutcome.Interrupted, report, now);

    /// <summary>Its node was killed, and what it had done is known to nobody.</summary>
    public void Abandon(DateTimeOffset now) => (Outcome, FinishedAt) = (JobOutcome.Interrupted, now);

    private void End(JobOutcome outcome, JobReport report, DateTimeOffset now) =>
        (Outcome, FinishedAt, Done, Failed, Reference) = (outcome, now, report.Done, report.Failures.Count, report.Reference);
}

/// <summary>A place for which a run failed, while it went on with the others.</summary>
public sealed class JobFailure
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid RunId { get; init; }
    public required TenantId PlaceId { get; init; }

    /// <summary>Which of the works that the job does in each place.</summary>
    public required string Work { get; init; }

    public required FaultKind Fault { get; init; }
    public required string Detail { get; init; }
    public string? Reference { get; init; }
}
