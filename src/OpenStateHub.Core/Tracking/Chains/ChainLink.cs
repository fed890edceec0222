using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat.Agreements;
using OpenStateHub.Core.Secretariat.Decisions;

namespace OpenStateHub.Core.Tracking.Chains;

public enum ChainKind
{
    Promised,
    Proposed,
    Changed,
    Reported,
    Answered,
    Confirmed,
    Refused,
    EvidenceWithdrawn,
    Decided,
    Verified,
    Withdrawn,
    Ended,
}

/// <summary>One thing that a body did about a commitment, with the entry of the ledger that proves it.</summary>
public sealed record ChainLink
{
    /// <summary>The first of its entries, where the act wrote several.</summary>
    public required LedgerEntry Entry { get; init; }

    public required ChainKind Kind { get; init; }

    /// <summary>How many entries the act wrote.</summary>
    public int Entries { get; init; } = 1;

    /// <summary>How many activities it was about.</summary>
    public int Activities { get; init; }

    /// <summary>The activity it is about; null where the commitment as a whole.</summary>
    public Guid? ActivityId { get; init; }

    public string? Activity { get; init; }

    /// <summary>Of a report.</summary>
    public ActivityStatus? Status { get; init; }

    public int? Percent { get; init; }

    /// <summary>What the report says.</summary>
    public string? Words { get; init; }

    /// <summary>The titles of what it shows.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Why it was refused, stepped back, withdrawn or ended.</summary>
    public string? Reasons { get; init; }

    /// <summary>Decided by all sectors together, whoever closed the vote.</summary>
    public bool IsOfSecretariat => Kind is ChainKind.Changed or ChainKind.Verified or ChainKind.Withdrawn or ChainKind.Ended
        || (Kind is ChainKind.Decided && Entry.Act != DecisionActs.Opened);

    /// <summary>Who spoke for the sector.</summary>
    public string? Organization { get; init; }

    public ChainChange? Change { get; init; }
    public ChainDecision? Decision { get; init; }
    public string? Agreement { get; init; }
}

/// <param name="Plan">Its slug.</param>
public sealed record ChainChange(Guid Id, string Plan, string Title, string Reason, AgreementNumber? Agreement);

public sealed record ChainDecision(Guid Id, string Title, DecisionOutcome Outcome);
