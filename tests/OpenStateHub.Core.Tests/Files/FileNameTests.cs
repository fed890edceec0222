using OpenStateHub.Core.Files;

namespace OpenStateHub.Core.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Acta de instalación.pdf", "Acta de instalación.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ana\plan.docx", "plan.docx")]
    [InlineData("factura\u202Efdp.exe", "facturafdp.exe")]
    [InlineData("\u2067\u200Facta\u200B.pdf\uFEFF", "acta.pdf")]
    [InlineData("a\r\nSet-Cookie: b\0.pdf", "aSet-Cookie- b.pdf")]
    [InlineData(".htaccess", "htaccess")]
    [InlineData("dos\u2028renglones.pdf", "dos renglones.pdf")]
    [InlineData("¿cuándo? \"ya\" <b>.pdf", "¿cuándo- -ya- -b-.pdf")]
    [InlineData("..", "archivo")]
    [InlineData("", "archivo")]
    [InlineData(null, "archivo")]
    [InlineData("\uD800.pdf", "pdf")]
    [InlineData("Instalacio\u0301n.pdf", "Instalación.pdf")]
    public void A_name_keeps_what_can_be_read_and_nothing_that_leads_elsewhere(string? given, string cleaned) =>
        Assert.Equal(cleaned, FileName.Clean(given));

    [Fact]
    public void A_long_name_is_cut_before_its_extension_and_never_inside_a_character()
    {
        var cut = FileName.Clean(string.Concat(Enumerable.Repeat("😀", 90)) + ".pdf");

        Assert.InRange(cut.Length, 110, 120);
        Assert.EndsWith("😀.pdf", cut, StringComparison.Ordinal);
    }
}
