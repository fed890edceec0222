using OpenStateHub.Core.Following;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Tests.Following;

/// <summary>Letters leave by the clocks of the place.</summary>
public sealed class LetterHoursTests
{
    // A Wednesday: 7:30 in Durango, 6:30 in Tijuana.
    private static readonly DateTimeOffset Moment = new(2026, 6, 17, 13, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("America/Monterrey", Frequency.AtOnce, "2026-06-17T13:30:00Z")]
    [InlineData("America/Monterrey", Frequency.Daily, "2026-06-17T14:00:00Z")]
    [InlineData("America/Tijuana", Frequency.Daily, "2026-06-17T15:00:00Z")]
    [InlineData("America/Monterrey", Frequency.Weekly, "2026-06-22T14:00:00Z")]
    public void Eight_in_the_morning_is_the_places_own(string zone, Frequency frequency, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), HoursIn(zone).After(frequency, Moment));

    [Fact]
    public void At_eight_itself_the_next_letter_is_tomorrows()
    {
        var eight = new DateTimeOffset(2026, 6, 22, 14, 0, 0, TimeSpan.Zero);

        Assert.Equal(eight.AddDays(1), HoursIn("America/Monterrey").After(Frequency.Daily, eight));
        Assert.Equal(eight.AddDays(7), HoursIn("America/Monterrey").After(Frequency.Weekly, eight));
    }

    internal static LetterHours HoursIn(string zone) => new(new Tenant { Slug = "durango", Name = "Durango", Kind = TenantKind.State, TimeZone = zone });
}
