using OpenStateHub.Core.Following;

namespace OpenStateHub.Core.Tests.Following;

public sealed class CommentTests
{
    private static readonly DateTimeOffset Written = new(2026, 6, 15, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void What_is_confirmed_has_twenty_working_days_to_be_answered()
    {
        var comment = Waiting();

        Assert.Equal((CommentStatus.Waiting, Today, new DateOnly(2026, 7, 13)), (comment.Status, comment.ReceivedOn, comment.DueOn));
        Assert.False(comment.IsLateOn(new(2026, 7, 13)));
        Assert.True(comment.IsLateOn(new(2026, 7, 14)));
    }

    [Fact]
    public void A_late_answer_stays_late()
    {
        var comment = Waiting();
        Assert.Null(comment.Publish(Today));
        Assert.Null(comment.Reply("Se repara en agosto.", new(2026, 7, 14)));

        Assert.True(comment.IsLateOn(new(2030, 1, 1)));
    }

    [Fact]
    public void Rejecting_a_contribution_without_a_reason_is_refused()
    {
        var comment = Waiting();

        Assert.Equal(CommentRefusals.HiddenWithoutRule, comment.Hide(null, Today));
        Assert.Equal(CommentRefusals.HiddenWithoutRule, comment.Hide(Comment.Rules + 1, Today));
        Assert.Null(comment.Hide(Comment.Rules, Today));
        Assert.Null(comment.Address);
    }

    [Fact]
    public void What_was_hidden_by_mistake_is_published_again_and_names_no_rule()
    {
        var comment = Waiting();
        Assert.Null(comment.Hide(2, Today));

        Assert.Null(comment.Publish(Today));
        Assert.Equal((CommentStatus.Published, null), (comment.Status, comment.Rule));
    }

    [Fact]
    public void Only_what_is_published_is_answered_and_once()
    {
        var comment = Waiting();

        Assert.Equal(CommentRefusals.NotToBeAnswered, comment.Reply("Gracias.", Today));
        Assert.Null(comment.Publish(Today));
        Assert.Equal(CommentRefusals.AnswerWithoutText, comment.Reply(" ", Today));
        Assert.Null(comment.Reply("Gracias.", Today));
        Assert.Equal(CommentRefusals.NotToBeAnswered, comment.Reply("Otra.", Today));
        Assert.Null(comment.Address);
    }

    [Fact]
    public void Nobody_reads_what_was_not_confirmed_in_time()
    {
        var comment = Of("Sigue sin agua.");

        Assert.Equal(CommentRefusals.NotToBePublished, comment.Publish(Today));
        Assert.Equal(CommentRefusals.LinkExpired, comment.Confirm(Today.AddDays(7), Written + Comment.Patience));
    }

    [Fact]
    public void It_says_something_and_not_too_much()
    {
        Assert.Equal(CommentRefusals.WithoutText, Of(" \0 ").Check());
        Assert.Equal(CommentRefusals.TextTooLong, Of(new string('a', Comment.MaxTextLength + 1)).Check());
        Assert.Null(Of("Sigue sin agua.").Check());
    }

    private static Comment Waiting()
    {
        var comment = Of("Sigue sin agua.");
        Assert.Null(comment.Confirm(Today, Written));
        return comment;
    }

    private static Comment Of(string text) => Comment.Of(
        new WriteComment.Input { Kind = CommentKind.NotFulfilled, Subject = new("commitment", "agua"), Text = text, Address = null, Language = "es", AcceptsNotice = true },
        "ana@ejemplo.mx", "secreto", Written);
}
