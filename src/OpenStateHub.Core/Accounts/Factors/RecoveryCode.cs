using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>A code to come in with when the telephone is lost. It is shown once, works once, and only its hash is kept.</summary>
public sealed class RecoveryCode
{
    public const int InASet = 10;

    // 80 bits: no table of all hashes can be made.
    private const int Bytes = 10;
    private const int InAGroup = 4;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required string CodeHash { get; init; }

    /// <summary>As people write it down, such as <c>K7QF-3MZ2-…</c>.</summary>
    public static string New()
    {
        var signs = Base32.Write(RandomNumberGenerator.GetBytes(Bytes));
        return string.Join('-', signs.Chunk(InAGroup).Select(group => new string(group)));
    }

    /// <param name="code">As it was typed: small letters, spaces and strokes do not matter.</param>
    public static string HashOf(Guid userId, string code)
    {
        var signs = string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N} {signs}")));
    }
}
