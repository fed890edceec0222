using OpenStateHub.Core.Tracking;

namespace OpenStateHub.Core.Tests.Tracking;

public sealed class AnswerTermTests
{
    [Theory]
    [InlineData("2026-06-15", "2026-07-13")] // four weeks, from a Monday
    [InlineData("2026-06-13", "2026-07-10")] // a report of a Saturday counts from Monday
    [InlineData("2026-10-19", "2026-11-17")] // the third Monday of November is a day of rest
    [InlineData("2026-12-10", "2027-01-11")] // so are the 25th of December, a Friday, and New Year's Day, another
    [InlineData("2026-01-22", "2026-02-20")] // and the first Monday of February
    public void Twenty_working_days_follow_a_report(string reportedOn, string lastDay) =>
        Assert.Equal(DateOnly.Parse(lastDay, null), AnswerTerm.LastDay(DateOnly.Parse(reportedOn, null)));
}
