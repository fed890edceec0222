namespace OpenStateHub.Core.Tenancy;

/// <summary>Monday to Friday without the days of rest that the Ley Federal del Trabajo, article 74, sets for every year.</summary>
public static class WorkingDays
{
    /// <returns>The working day that many after a day.</returns>
    public static DateOnly After(DateOnly day, int count)
    {
        for (var counted = 0; counted < count;)
        {
            day = day.AddDays(1);
            counted += IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (9, 16) or (12, 25))
        && !IsMonday(day, month: 2, nth: 1)
        && !IsMonday(day, month: 3, nth: 3)
        && !IsMonday(day, month: 11, nth: 3);

    private static bool IsMonday(DateOnly day, int month, int nth) =>
        day.DayOfWeek is DayOfWeek.Monday && day.Month == month && (day.Day + 6) / 7 == nth;
}
