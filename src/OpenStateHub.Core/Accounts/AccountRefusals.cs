namespace OpenStateHub.Core.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal EmailMalformed = new("account.email-malformed", "email");
    public static readonly Refusal NameMalformed = new("account.name-malformed", "name");
    public static readonly Refusal PasswordTooShort = new("account.password-too-short", "password");
    public static readonly Refusal PasswordTooCommon = new("account.password-too-common", "password");
    public static readonly Refusal PasswordIsAboutYou = new("account.password-is-about-you", "password");
    public static readonly Refusal WrongPassword = new("account.wrong-password", "current");
    public static readonly Refusal ResetLinkSpent = new("account.reset-link-spent");
    public static readonly Refusal UnknownPerson = new("account.unknown-person", "email");
    public static readonly Refusal InvitationUsed = new("invitation.used");
    public static readonly Refusal InvitationRevoked = new("invitation.revoked");
    public static readonly Refusal InvitationExpired = new("invitation.expired");
    public static readonly Refusal RoleOfTheNationalTenant = new("role.of-the-national-tenant", "role");
    public static readonly Refusal RoleNeedsItsThing = new("role.needs-its-thing", "scope");
    public static readonly Refusal OwnerNeedsLastDay = new("role.owner-needs-last-day", "until");
    public static readonly Refusal LastDayIsPast = new("role.last-day-is-past", "until");
    public static readonly Refusal RoleHeldAlready = new("role.held-already", "role");
    public static readonly Refusal RoleAlreadyEnded = new("role.already-ended");
    public static readonly Refusal SectorIsAnOwners = new("role.sector-is-an-owners", "sector");
    public static readonly Refusal LastAdministrator = new("role.last-administrator");
    public static readonly Refusal CodeWrong = new("account.code-wrong", "code");
    public static readonly Refusal LastFactor = new("account.last-factor");
    public static readonly Refusal FactorGone = new("account.factor-gone");
    public static readonly Refusal PasskeyRefused = new("account.passkey-refused");
    public static readonly Refusal PasskeyNameMalformed = new("account.passkey-name-malformed", "name");
    public static readonly Refusal TooManyPasskeys = new("account.too-many-passkeys");
    public static readonly Refusal PassSpent = new("account.pass-spent");
    public static readonly Refusal PasswordOfThisPlace = new("account.password-of-this-place", "password");
    public static readonly Refusal LinkedNotAccepted = new("account.linked-not-accepted");
    public static readonly Refusal NotLinked = new("account.not-linked");
    public static readonly Refusal NoRoleLeft = new("account.no-role-left");
    public static readonly Refusal DraftMalformed = new("draft.malformed");
    public static readonly Refusal DraftTooLong = new("draft.too-long");
}
