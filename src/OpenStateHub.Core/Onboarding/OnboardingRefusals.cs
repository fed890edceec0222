namespace OpenStateHub.Core.Onboarding;

public static class OnboardingRefusals
{
    public static readonly Refusal InvitationEnded = new("place-invitation.ended");
    public static readonly Refusal AlreadyInvited = new("place-invitation.already-invited", "email");
    public static readonly Refusal HasAdministrator = new("place-invitation.has-administrator", "email");
    public static readonly Refusal PlaceNotOpen = new("place-invitation.place-not-open");
    public static readonly Refusal LineMalformed = new("place-invitation.line-malformed");
    public static readonly Refusal ProposalDecided = new("place-proposal.decided");
    public static readonly Refusal ProposalOpen = new("place-proposal.open", "email");
    public static readonly Refusal NotYourMunicipality = new("place-proposal.not-yours");
    public static readonly Refusal ReasonMissing = new("place-proposal.reason-missing", "reason");
    public static readonly Refusal ReasonTooLong = new("place-proposal.reason-too-long", "reason");
    public static readonly Refusal NoteTooLong = new("place-proposal.note-too-long", "note");
}
