namespace OpenStateHub.Core.Tenancy;

public enum WorkKind
{
    /// <summary>The tenant's own figures.</summary>
    Metrics,

    /// <summary>The national totals.</summary>
    Totals,

    /// <summary>Letters of the tenant that wait to be sent.</summary>
    Mail,

    /// <summary>Files that nothing uses.</summary>
    Files,

    /// <summary>Written decisions whose deadline came.</summary>
    Decisions,

    /// <summary>Cut-off days to remind of, or to freeze.</summary>
    Cutoffs,

    /// <summary>Reported completions whose answer term ended.</summary>
    Verifications,

    /// <summary>Followers to be told what happened.</summary>
    Following,

    /// <summary>Archives of the place that somebody asked for, or whose days are over.</summary>
    Exports,
}

/// <summary>What waits to be done for a tenant: ids and times only, so that a worker finds its work without entering every tenant.</summary>
public sealed class WorkDue
{
    public required TenantId TenantId { get; init; }
    public required WorkKind Kind { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Null: it did not fail when it was last tried.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What the log calls the last failure.</summary>
    public string? Reference { get; init; }
}
