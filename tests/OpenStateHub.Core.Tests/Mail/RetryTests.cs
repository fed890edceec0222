using OpenStateHub.Core.Mail;

namespace OpenStateHub.Core.Tests.Mail;

public sealed class RetryTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 128)]
    [InlineData(10, 360)]
    [InlineData(24, 360)]
    [InlineData(5000, 360)]
    public void Each_delay_doubles_up_to_six_hours_and_a_fifth_spreads_it(int attempts, int minutes)
    {
        Assert.Equal(TimeSpan.FromMinutes(minutes), QueuedMail.RetryAfter(attempts, jitter: 0));
        Assert.Equal(TimeSpan.FromMinutes(minutes * 1.2), QueuedMail.RetryAfter(attempts, jitter: 1));
    }

    [Fact]
    public void All_attempts_take_about_four_days() =>
        Assert.InRange(
            Enumerable.Range(1, QueuedMail.MostAttempts - 1).Aggregate(TimeSpan.Zero, (sum, attempt) => sum + QueuedMail.RetryAfter(attempt, 0.5)),
            TimeSpan.FromDays(3.5),
            TimeSpan.FromDays(4.5));
}
