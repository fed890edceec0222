using OpenStateHub.Web.Resources;

namespace OpenStateHub.Integration.Tests.Resources;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("/compromisos", "/compromisos?lang=en")]
    [InlineData("/compromisos?estado=Verified#lista", "/compromisos?estado=Verified&lang=en#lista")]
    [InlineData("/?lang=en", "/?lang=en")]
    [InlineData("?p=2", "?p=2&lang=en")]
    [InlineData("#content", "#content")]
    [InlineData("//elsewhere.example/", "//elsewhere.example/")]
    [InlineData("https://elsewhere.example/", "https://elsewhere.example/")]
    public void An_english_page_leads_to_english_pages(string address, string kept) =>
        Reading.In(Languages.English, () => Assert.Equal(kept, Languages.Keep(address)));

    [Fact]
    public void A_spanish_page_says_no_language() =>
        Reading.In(Languages.Spanish, () => Assert.Equal("/compromisos?q=agua", Languages.Keep("/compromisos?q=agua")));

    [Fact]
    public void The_switch_takes_the_language_away_again() =>
        Assert.Equal("/plan?eje=2", Languages.Say("/plan?lang=en&eje=2", Languages.Spanish));

    [Theory]
    [InlineData("es-MX", "25 de agosto de 2015")]
    [InlineData("en", "25 August 2015")]
    public void Dates_are_written_out(string language, string words) =>
        Reading.In(language, () => Assert.Equal(words, Dates.Words(new DateOnly(2015, 8, 25))));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.2, "1%")]
    [InlineData(42.5, "43%")]
    [InlineData(99.9, "99%")]
    [InlineData(100, "100%")]
    public void Only_all_reads_as_all_and_only_nothing_as_nothing(double percent, string words) =>
        Reading.In(Languages.English, () => Assert.Equal(words, Numbers.Percent((decimal)percent)));

    [Fact]
    public void Spanish_figures_have_their_own_marks() => Reading.In(Languages.Spanish, () =>
    {
        Assert.Equal("2,511", Numbers.Whole(2511));
        Assert.Equal("73\u00a0%", Numbers.Percent(73));
        Assert.Equal("0.48", Numbers.Index(0.48m));
    });
}
