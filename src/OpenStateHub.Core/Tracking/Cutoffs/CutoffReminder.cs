namespace OpenStateHub.Core.Tracking.Cutoffs;

/// <summary>That somebody was reminded of a cut-off day, so long before it. Its key is what keeps two workers from telling the same person twice.</summary>
public sealed class CutoffReminder
{
    /// <summary>Days before the cut-off; -1 is the day after it.</summary>
    public static readonly IReadOnlyList<int> Steps = [30, 15, 7, 1, DayAfter];

    public const int DayAfter = -1;

    /// <summary>After so many days the letter of the day after would be no news.</summary>
    public const int LatestAfter = 7;

    public required Guid CutoffId { get; init; }
    public required DateOnly FallsOn { get; init; }
    public required int DaysBefore { get; init; }
    public required Guid UserId { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>
    /// The reminder that is due on a day: the nearest that was reached. Those that nobody was there for are not made up for, so that a node that
    /// was down, or a date set late, gives one letter and not four.
    /// </summary>
    /// <param name="recordedOn">Of a day that was over when it was entered, nobody is reminded.</param>
    public static int? DueOn(DateOnly today, DateOnly fallsOn, DateOnly recordedOn)
    {
        var left = fallsOn.DayNumber - today.DayNumber;

        if (recordedOn > fallsOn || left < -LatestAfter)
        {
            return null;
        }

        return left < 0 ? DayAfter : Steps.Where(step => step >= left && step > 0).Select(step => (int?)step).Min();
    }
}
