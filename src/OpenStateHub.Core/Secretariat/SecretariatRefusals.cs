namespace OpenStateHub.Core.Secretariat;

public static class SecretariatRefusals
{
    public static readonly Refusal StepWithoutTitle = new("step.without-title", "title");
    public static readonly Refusal StepTitleTooLong = new("step.title-too-long", "title", "300");
    public static readonly Refusal StepNeedsOneDate = new("step.needs-one-date", "occurredOn");
    public static readonly Refusal StepInFuture = new("step.in-future", "occurredOn");
    public static readonly Refusal SeatWithoutOrganization = new("seat.without-organization", "organization");
    public static readonly Refusal SeatOrganizationTooLong = new("seat.organization-too-long", "organization", "300");
    public static readonly Refusal SeatEndsBeforeItBegins = new("seat.ends-before-it-begins", "untilOn");
    public static readonly Refusal BranchOfCivilSociety = new("seat.branch-of-civil-society", "branch");
    public static readonly Refusal FacilitatorWithoutOrganization = new("facilitator.without-organization", "organization");
    public static readonly Refusal FacilitatorOrganizationTooLong = new("facilitator.organization-too-long", "organization", "300");
    public static readonly Refusal FacilitatorEndsBeforeItBegins = new("facilitator.ends-before-it-begins", "untilOn");
    public static readonly Refusal DocumentUnknown = new("secretariat.document-unknown", "documentId");
    public static readonly Refusal AlwaysAllThree = new("rules.always-all-three", "twoOfThree");
    public static readonly Refusal AgreementTooLong = new("rules.agreement-too-long", "agreement", "60");
    public static readonly Refusal RulesWithoutDay = new("rules.without-day", "fromOn");
    public static readonly Refusal RulesOfThatDay = new("rules.of-that-day", "fromOn");
}
