using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpenStateHub.Core.Tenancy.Life;

/// <summary>One question for the TXT records of a name, and the reading of its answer (RFC 1035, section 4).</summary>
public sealed class TextQuery
{
    private const int HeaderLength = 12;
    private const int TextType = 16;
    private const int Internet = 1;
    private const int NoSuchName = 3;
    private const int LongestLabel = 63;

    private readonly ushort id = (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1);

    public TextQuery(string name)
    {
        var bytes = new List<byte>();
        Say(bytes, id, 0x0100, 1, 0, 0, 0);

        foreach (var label in name.Split('.'))
        {
            bytes.Add(checked((byte)(label.Length is > 0 and <= LongestLabel ? label.Length : throw new ArgumentException("No domain name.", nameof(name)))));
            bytes.AddRange(Encoding.ASCII.GetBytes(label));
        }

        bytes.Add(0);
        Say(bytes, TextType, Internet);
        Message = [.. bytes];
    }

    public byte[] Message { get; }

    /// <param name="Texts">Null: the server could not say.</param>
    /// <param name="IsCut">It was too long for a datagram: it is asked again over a connection.</param>
    public sealed record Answer(IReadOnlyList<string>? Texts, bool IsCut);

    /// <returns>Null where the message is no answer to this question.</returns>
    public Answer? Read(ReadOnlySpan<byte> answer)
    {
        try
        {
            return answer.Length >= HeaderLength && Number(answer, 0) == id && (answer[2] & 0x80) != 0 ? ReadAnswer(answer) : null;
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Broken, or forged by somebody who could not guess more.
            return null;
        }
    }

    private static Answer ReadAnswer(ReadOnlySpan<byte> answer)
    {
        var code = answer[3] & 0x0f;

        if ((answer[2] & 0x02) != 0 || code is not 0)
        {
            return new Answer(code is NoSuchName ? [] : null, IsCut: (answer[2] & 0x02) != 0);
        }

        var at = HeaderLength;

        for (var questions = Number(answer, 4); questions > 0; questions--)
        {
            at = AfterName(answer, at) + 4;
        }

        var texts = new List<string>();

        for (var records = Number(answer, 6); records > 0; records--)
        {
            at = AfterName(answer, at);
            var (type, length) = (Number(answer, at), Number(answer, at + 8));
            at += 10;

            if (type == TextType)
            {
                texts.Add(Text(answer.Slice(at, length)));
            }

            at += length;
        }

        return new Answer(texts, IsCut: false);
    }

    /// <summary>A record's text comes in pieces of at most 255 bytes.</summary>
    private static string Text(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();

        while (data.Length > 0)
        {
            text.Append(Encoding.UTF8.GetString(data.Slice(1, data[0])));
            data = data[(1 + data[0])..];
        }

        return text.ToString();
    }

    private static int AfterName(ReadOnlySpan<byte> message, int at)
    {
        while (message[at] is not 0)
        {
            // The rest of the name stands elsewhere in the message.
            if (message[at] >= 0xc0)
            {
                return at + 2;
            }

            at += 1 + message[at];
        }

        return at + 1;
    }

    private static int Number(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(message[at..]);

    private static void Say(List<byte> bytes, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            bytes.Add((byte)(number >> 8));
            bytes.Add((byte)number);
        }
    }
}
