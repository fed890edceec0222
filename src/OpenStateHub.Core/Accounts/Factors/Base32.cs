using System.Text;

namespace OpenStateHub.Core.Accounts.Factors;

/// <summary>Bytes as capitals and figures that nobody mistakes for each other (RFC 4648, without filling).</summary>
public static class Base32
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (held, count) = (0, 0);

        foreach (var one in bytes)
        {
            (held, count) = ((held << 8) | one, count + 8);

            for (; count >= Bits; count -= Bits)
            {
                text.Append(Signs[(held >> (count - Bits)) & 31]);
            }

            held &= (1 << count) - 1;
        }

        return count == 0 ? text.ToString() : text.Append(Signs[(held << (Bits - count)) & 31]).ToString();
    }
}
