using OpenStateHub.Core.Tenancy;
using OpenStateHub.Core.Tenancy.Life;

namespace OpenStateHub.Core.Tests.Tenancy;

public sealed class PlaceDomainTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(" Abierto.Durango.gob.MX. ", "abierto.durango.gob.mx")]
    [InlineData("méxico.example", "xn--mxico-bsa.example")]
    [InlineData("durango", null)]
    [InlineData("https://abierto.mx", null)]
    [InlineData("abierto.mx:8080", null)]
    [InlineData("10.0.0.1", null)]
    [InlineData("-a.mx", null)]
    [InlineData("a..mx", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_domain_is_written_in_one_way(string? typed, string? host) => Assert.Equal(host, PlaceDomain.Normal(typed));

    [Fact]
    public void Only_the_very_record_shows_that_it_is_the_places()
    {
        var domain = new PlaceDomain { Host = "abierto.mx", PlaceId = TenantId.New(), AddedAt = Now };

        Assert.Equal(LifeRefusals.ChallengeNotFound, domain.Verify(["openstatehub=", $"{domain.RecordText} "], Now));
        Assert.Equal((Now, null), (domain.CheckedAt, domain.VerifiedAt));
        Assert.Null(domain.Verify(["v=spf1 -all", domain.RecordText], Now.AddHours(1)));
        Assert.Equal(Now.AddHours(1), domain.VerifiedAt);
    }

    [Theory]
    [InlineData("hub.example", true)]
    [InlineData("durango.hub.example", true)]
    [InlineData("nothub.example", false)]
    public void What_lies_below_the_hub_is_the_hubs(string host, bool isOfTheHub) => Assert.Equal(isOfTheHub, PlaceDomain.IsOfTheHub(host, "hub.example"));
}
