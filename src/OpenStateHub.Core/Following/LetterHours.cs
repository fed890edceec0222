using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>When a place's letters to followers leave, by its own clocks.</summary>
public sealed class LetterHours(Tenant place)
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <returns>The next hour of such letters after that moment; the moment itself for who wants to hear at once.</returns>
    public DateTimeOffset After(Frequency frequency, DateTimeOffset moment)
    {
        if (frequency is Frequency.AtOnce)
        {
            return moment;
        }

        var day = DateOnly.FromDateTime(place.LocalTime(moment));

        while (place.InstantOf(day, Morning) <= moment || (frequency is Frequency.Weekly && day.DayOfWeek is not DayOfWeek.Monday))
        {
            day = day.AddDays(1);
        }

        return place.InstantOf(day, Morning);
    }
}
