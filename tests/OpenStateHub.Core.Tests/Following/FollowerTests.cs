using OpenStateHub.Core.Following;

namespace OpenStateHub.Core.Tests.Following;

public sealed class FollowerTests
{
    private static readonly DateTimeOffset Asked = new(2026, 6, 17, 13, 30, 0, TimeSpan.Zero);
    private static readonly LetterHours Hours = LetterHoursTests.HoursIn("America/Monterrey");

    [Fact]
    public void Is_told_nothing_before_confirming_and_nothing_that_came_before()
    {
        var follower = AFollower();

        Assert.Null(follower.NextAt);
        Assert.Null(follower.Confirm(head: 41, Hours, Asked.AddDays(1)));
        Assert.Equal((41, Asked.AddDays(1)), (follower.ToldSequence, follower.NextAt));
    }

    [Fact]
    public void A_second_click_changes_nothing_and_a_late_one_confirms_nothing()
    {
        var (follower, late) = (AFollower(), AFollower());
        Assert.Null(follower.Confirm(head: 41, Hours, Asked));

        Assert.Null(follower.Confirm(head: 50, Hours, Asked.AddDays(30)));
        Assert.Equal(41, follower.ToldSequence);
        Assert.Equal(FollowingRefusals.LinkExpired, late.Confirm(head: 41, Hours, Asked + Follower.Patience));
    }

    [Fact]
    public void Leaving_erases_the_address_at_once_and_nothing_brings_it_back()
    {
        var follower = AFollower();
        Assert.Null(follower.Confirm(head: 41, Hours, Asked));

        follower.Leave(Asked.AddDays(1));
        follower.Leave(Asked.AddDays(2));

        Assert.Equal((null, Asked.AddDays(1)), (follower.Address, follower.EndedAt));
        Assert.Equal(FollowingRefusals.LinkExpired, follower.Confirm(head: 50, Hours, Asked.AddDays(2)));
        Assert.Equal(FollowingRefusals.LinkExpired, follower.Choose(Frequency.Daily, Hours, Asked.AddDays(2)));
    }

    [Fact]
    public void A_topic_holds_its_own_acts_and_those_below_it_alone()
    {
        var topic = new Topic(new("plan", "2026"), "Plan 2026", false, false, [new("plan", "2026"), new("commitment", "agua")]);

        Assert.True(topic.Holds(new("plan", "2026")));
        Assert.True(topic.Holds(new("commitment", "agua")));
        Assert.True(topic.Holds(new("activity", "agua/1")));
        Assert.True(topic.Holds(new("comment", "2026/1")));
        Assert.False(topic.Holds(new("commitment", "agua-limpia")));
        Assert.False(topic.Holds(new("activity", "agua-limpia/1")));
        Assert.False(topic.Holds(new("session", "2026")));
    }

    private static Follower AFollower() => Follower.Of(Topic.Place, "ana@ejemplo.mx", Frequency.AtOnce, "es", "secreto", Asked);
}
