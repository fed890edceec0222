using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Codes of six figures, another every thirty seconds, as authenticator apps compute them (RFC 6238).</summary>
public static class OneTimeCode
{
    public const int Figures = 6;
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int AllCodes = 1_000_000;

    // Telephones are a little late or early.
    private const int Tolerated = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "What every authenticator app computes; a code needs no hash without collisions.")]
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % AllCodes).ToString(CultureInfo.InvariantCulture).PadLeft(Figures, '0');
    }

    /// <param name="code">As it was typed; spaces do not matter.</param>
    /// <param name="after">The step of the last code that was used.</param>
    /// <returns>The step whose code it is; null: of none that may still be used.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(sign => !char.IsWhiteSpace(sign))));
        var step = StepOf(now);

        for (var tried = Math.Max(step - Tolerated, after + 1); tried <= step + Tolerated; tried++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(At(secret, tried))))
            {
                return tried;
            }
        }

        return null;
    }

    /// <summary>What a camera reads into the app.</summary>
    /// <param name="place">As the app shows it; the same person may have an account at several.</param>
    public static string AddressOf(ReadOnlySpan<byte> secret, string place, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{place}:{email}")}?secret={Base32.Write(secret)}&issuer={Uri.EscapeDataString(place)}&digits={Figures}&period={StepSeconds}";
}
