using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace OpenStateHub.Core.Accounts;

/// <summary>
/// Long, and not what everybody would try. No rule about capitals and signs: it makes people write "Password123456!" and nothing harder
/// to guess (NIST SP 800-63B).
/// </summary>
public sealed class PasswordRule : IPasswordValidator<Person>
{
    public const int LeastLength = 12;

    private const int LeastDifferent = 5;

    private static readonly FrozenSet<string> Common = Load();

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Check(password ?? "", user) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.Code })
            : IdentityResult.Success);

    public static Refusal? Check(string password, Person person)
    {
        var small = password.ToLowerInvariant();
        return small switch
        {
            { Length: < LeastLength } => AccountRefusals.PasswordTooShort,
            _ when IsCommon(small) => AccountRefusals.PasswordTooCommon,
            _ when IsAbout(small, person) => AccountRefusals.PasswordIsAboutYou,
            _ => null,
        };
    }

    /// <summary>A word of the list stays one with figures and signs around it, and written twice or more. Figures alone are dates and telephones.</summary>
    private static bool IsCommon(string password)
    {
        var word = password.Trim([.. password.Where(sign => !char.IsLetter(sign))]);
        return password.Distinct().Count() < LeastDifferent || word.Length == 0 || Common.Contains(password) || Common.Contains(word) || Common.Contains(Once(word));
    }

    private static bool IsAbout(string password, Person person)
    {
        var mailbox = (person.Email ?? "").Split('@')[0].ToLowerInvariant();
        return mailbox.Length >= 4 && password.Trim([.. password.Where(sign => !char.IsLetter(sign))]) == mailbox;
    }

    /// <summary>What a text repeats: "abc" of "abcabc". The text itself where it repeats nothing.</summary>
    private static string Once(string text)
    {
        var again = text.Length == 0 ? -1 : (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return again > 0 ? text[..again] : text;
    }

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRule).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToFrozenSet();
    }
}
