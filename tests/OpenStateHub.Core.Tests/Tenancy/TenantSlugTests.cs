using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class TenantSlugTests
{
    [Theory]
    [InlineData("Gómez Palacio", "Dgo.", "gomez-palacio-dgo")]
    [InlineData("Benito Juárez", "Q. Roo", "benito-juarez-qroo")]
    [InlineData("Benito Juárez", "qroo", "benito-juarez-qroo")]
    [InlineData("Ñuu Savi", "Gro.", "nuu-savi-gro")]
    [InlineData("Güémez", "Tamps.", "guemez-tamps")]
    [InlineData("General Plutarco Elías Calles", "Son.", "general-plutarco-elias-calles-son")]
    [InlineData("Praxedis G. Guerrero", "Chih.", "praxedis-g-guerrero-chih")]
    [InlineData("  Acatlán de \"Pérez\",  Figueroa ", "Oax.", "acatlan-de-perez-figueroa-oax")]
    public void Folds_a_name_and_its_state(string name, string state, string slug) =>
        Assert.Equal(slug, TenantSlug.ForMunicipality(name, state));

    [Fact]
    public void Folds_letters_however_they_are_composed() =>
        Assert.Equal("nuu-savi-gro", TenantSlug.ForMunicipality("N\u0303uu Savi", "Gro."));

    [Fact]
    public void Cuts_a_long_name_at_a_word_and_keeps_the_state()
    {
        var slug = TenantSlug.ForMunicipality("Heroica Villa Tezoatlán de Segura y Luna, Cuna de la Independencia de Oaxaca", "Oax.");

        Assert.Equal("heroica-villa-tezoatlan-de-segura-y-luna-cuna-oax", slug);
    }

    [Fact]
    public void Cuts_a_single_long_word_inside_it()
    {
        var slug = TenantSlug.ForMunicipality(new string('a', 80), "Q. Roo");

        Assert.Equal(TenantSlug.MaxGeneratedLength, slug.Length);
        Assert.EndsWith("a-qroo", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_state_and_code_within_the_length_on_a_collision()
    {
        var slug = TenantSlug.ForMunicipality("Heroica Villa Tezoatlán de Segura y Luna, Cuna", "Oax.", "20549");

        Assert.Equal("heroica-villa-tezoatlan-de-segura-y-luna-oax-20549", slug);
    }

    [Theory]
    [InlineData("www")]
    [InlineData("api")]
    [InlineData("inai")]
    [InlineData("admin")]
    public void Refuses_the_names_of_the_hub_itself(string slug) => Assert.Equal(TenantRefusals.SlugReserved, TenantSlug.Check(slug));

    [Theory]
    [InlineData("")]
    [InlineData("Durango")]
    [InlineData("san luis")]
    [InlineData("-durango")]
    [InlineData("durango-")]
    [InlineData("du--rango")]
    [InlineData("du.rango")]
    [InlineData("durango\n")]
    [InlineData("ñuu-savi")]
    public void Refuses_what_is_no_host_label(string slug) => Assert.Equal(TenantRefusals.SlugMalformed, TenantSlug.Check(slug));

    [Fact]
    public void Takes_a_label_of_63_characters_and_no_longer_one()
    {
        Assert.Null(TenantSlug.Check(new string('a', 63)));
        Assert.Equal(TenantRefusals.SlugMalformed, TenantSlug.Check(new string('a', 64)));
    }
}
