using OpenStateHub.Core.ActionPlans;

namespace OpenStateHub.Core.Tests.ActionPlans;

public sealed class CodesTests
{
    [Theory]
    [InlineData("Agua Limpia", "agua-limpia")]
    [InlineData("  ¿Quién vigila? Contraloría Social — niñez  ", "quien-vigila-contraloria-social-ninez")]
    [InlineData("«»", "")]
    public void A_title_becomes_an_address(string title, string slug) => Assert.Equal(slug, Codes.SlugOf(title));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var slug = Codes.SlugOf("Seguimiento ciudadano del programa de agua limpia en las colonias del oriente");

        Assert.Equal("seguimiento-ciudadano-del-programa-de-agua-limpia-en-las", slug);
        Assert.True(Codes.IsSlug(slug));
    }

    [Fact]
    public void A_single_word_that_is_too_long_is_cut_anyway() => Assert.True(Codes.IsSlug(Codes.SlugOf(new string('x', 90))));
}
