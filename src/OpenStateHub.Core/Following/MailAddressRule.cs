using System.Net.Mail;

namespace OpenStateHub.Core.Following;

/// <summary>An address that a citizen typed into a public form.</summary>
internal static class MailAddressRule
{
    private const int Longest = 254;

    /// <returns>As it is kept and compared; null where it is no address that a letter reaches.</returns>
    public static string? Clean(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Length <= Longest && MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsWhiteSpace) && address.User.All(char.IsAscii)
            ? text.ToLowerInvariant()
            : null;
    }
}
