namespace OpenStateHub.Core.Tracking;

/// <summary>
/// How long the sectors have to answer a reported completion, before a page says who is silent (domain rules, section 6). Working days are
/// Monday to Friday without the days of rest that the Ley Federal del Trabajo, article 74, sets for every year.
/// </summary>
public static class AnswerTerm
{
    public const int WorkingDays = 20;

    /// <summary>The last day on which an answer is in time.</summary>
    public static DateOnly LastDay(DateOnly reportedOn)
    {
        var day = reportedOn;

        for (var counted = 0; counted < WorkingDays;)
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
