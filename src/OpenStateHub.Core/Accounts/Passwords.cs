using Microsoft.AspNetCore.Identity;

namespace OpenStateHub.Core.Accounts;

/// <summary>Reads Identity's answers as refusals.</summary>
internal static class Passwords
{
    private static readonly Dictionary<string, Refusal> ByCode = new[]
    {
        AccountRefusals.PasswordTooShort, AccountRefusals.PasswordTooCommon, AccountRefusals.PasswordIsAboutYou,
    }.ToDictionary(refusal => refusal.Code);

    public static Refusal? RefusalOf(IdentityResult result) => result.Errors.FirstOrDefault()?.Code switch
    {
        null => null,
        nameof(IdentityErrorDescriber.InvalidToken) => AccountRefusals.ResetLinkSpent,
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountRefusals.WrongPassword,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => AccountRefusals.ResetLinkSpent,
        var code when ByCode.TryGetValue(code, out var refusal) => refusal,
        var code => throw new InvalidOperationException($"Identity refused with {code}, which no rule of ours asks for."),
    };
}
