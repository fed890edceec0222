using System.Text;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tests.Tenancy;

/// <summary>The wire of the domain name system, written down byte by byte.</summary>
public sealed class TextQueryTests
{
    private readonly TextQuery query = new("_a.mx");

    [Fact]
    public void It_asks_for_text_and_wants_the_server_to_look_further() =>
        Assert.Equal([1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, (byte)'_', (byte)'a', 2, (byte)'m', (byte)'x', 0, 0, 16, 0, 1], query.Message[2..]);

    [Fact]
    public void It_reads_every_text_of_an_answer_and_puts_its_pieces_together()
    {
        var answer = query.Read(Answer(records: [Record(16, [.. Piece("openstatehub="), .. Piece("abc")]), Record(5, [0]), Record(16, Piece("otro"))]));

        Assert.Equal(["openstatehub=abc", "otro"], answer!.Texts);
    }

    [Fact]
    public void A_name_that_is_not_there_has_no_texts_and_a_server_that_cannot_say_has_none_to_give()
    {
        Assert.Empty(query.Read(Answer(code: 3))!.Texts!);
        Assert.Null(query.Read(Answer(code: 2))!.Texts);
        Assert.True(query.Read(Answer(flags: 0x82))!.IsCut);
    }

    [Fact]
    public void What_is_no_answer_to_this_question_is_not_read()
    {
        var foreign = Answer(records: [Record(16, Piece("x"))]);
        foreign[0] ^= 1;

        Assert.Null(query.Read(foreign));
        Assert.Null(query.Read(query.Message));
        Assert.Null(query.Read([1, 2, 3]));
        Assert.Null(query.Read(Answer(records: [Record(16, [200, 1])])));
        Assert.Null(query.Read(Answer(records: [Record(16, Piece("x"))]).AsSpan()[..^1].ToArray()));
    }

    private byte[] Answer(byte flags = 0x80, byte code = 0, byte[][]? records = null) =>
        [.. query.Message.AsSpan(0, 2), flags, code, 0, 1, 0, (byte)(records?.Length ?? 0), 0, 0, 0, 0, .. query.Message.AsSpan(12), .. (records ?? []).SelectMany(record => record)];

    // Its name stands at the twelfth byte.
    private static byte[] Record(byte type, byte[] data) => [0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length, .. data];

    private static byte[] Piece(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
}
