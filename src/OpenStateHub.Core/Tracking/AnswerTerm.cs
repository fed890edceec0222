namespace OpenStateHub.Core.Tracking;

/// <summary>How long the sectors have to answer a reported completion, before a page says who is silent (domain rules, section 6).</summary>
public static class AnswerTerm
{
    public const int WorkingDays = 20;

    /// <summary>The last day on which an answer is in time.</summary>
    public static DateOnly LastDay(DateOnly reportedOn) => Tenancy.WorkingDays.After(reportedOn, WorkingDays);
}
