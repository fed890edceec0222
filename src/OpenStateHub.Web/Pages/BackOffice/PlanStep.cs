namespace OpenStateHub.Web.Pages.BackOffice;

/// <summary>The next step of a plan's life.</summary>
public enum PlanStep
{
    OpenConsultation,

    /// <summary>Of an approved plan that must still change: it voids the approval.</summary>
    ReopenConsultation,
    Approve,
    Publish,
    StartImplementation,
    Close,

    /// <summary>Nothing is left to do here: the plan is over.</summary>
    None,
}
