namespace OpenStateHub.Core.ActionPlans;

public enum PlanStatus
{
    Draft,
    Consultation,
    Approved,
    Published,
    InImplementation,
    Closed,
    Evaluated,
}
