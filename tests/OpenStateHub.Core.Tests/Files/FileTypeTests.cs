using System.Text;
using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Tests.Files;

public sealed class FileTypeTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001A\n....", FileType.Png)]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", FileType.Jpeg)]
    [InlineData("RIFF....WEBPVP8 ", FileType.WebP)]
    [InlineData("RIFF....AVI ", FileType.Other)]
    [InlineData("%PDF-1.7", FileType.Pdf)]
    [InlineData(" %PDF-1.7", FileType.Other)]
    [InlineData("<html><script>", FileType.Other)]
    [InlineData("<svg onload=", FileType.Other)]
    [InlineData("GIF89a<script>", FileType.Other)]
    [InlineData("", FileType.Other)]
    public void The_first_bytes_say_what_it_is(string beginning, FileType type) =>
        Assert.Equal(type, FileTypes.Of(Encoding.Latin1.GetBytes(beginning)));

    [Theory]
    [InlineData(FileType.Pdf, "acta.PDF", "acta.PDF")]
    [InlineData(FileType.Png, "foto.jpg", "foto.png")]
    [InlineData(FileType.Png, "pagina.html", "pagina.html.png")]
    [InlineData(FileType.Jpeg, "foto.jpeg", "foto.jpeg")]
    [InlineData(FileType.Other, "acta.pdf", null)]
    [InlineData(FileType.Other, "foto.webp", null)]
    [InlineData(FileType.Other, "tabla.xlsx", "tabla.xlsx")]
    public void A_name_tells_what_the_content_is_or_is_refused(FileType type, string name, string? kept) =>
        Assert.Equal(kept, type.NameFor(name));
}
