namespace OpenStateHub.Core.ActionPlans;

/// <summary>How far an activity is; a commitment's is derived from its activities (domain rules, section 6).</summary>
public enum ActivityStatus
{
    NotStarted,
    InProgress,

    /// <summary>Reported as done, with evidence; not yet confirmed.</summary>
    Complete,

    /// <summary>Confirmed by all three sectors.</summary>
    Verified,

    /// <summary>Ended without completion, by agreement.</summary>
    NotFulfilled,

    /// <summary>Taken back, by agreement.</summary>
    Withdrawn,
}
