using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

public enum CommentKind
{
    Comment,

    /// <summary>"Here it was kept", by somebody who saw it.</summary>
    Fulfilled,

    /// <summary>"Here it was not kept."</summary>
    NotFulfilled,

    /// <summary>To whoever answers for it, such as at a public accountability session.</summary>
    Question,
}

public enum CommentStatus
{
    /// <summary>Its author did not yet confirm the address: nobody reads it.</summary>
    Unconfirmed,

    /// <summary>For the moderation, by the published rules.</summary>
    Waiting,

    Published,

    /// <summary>The public reads by which rule; never the text.</summary>
    Hidden,
}

/// <summary>What a citizen says or asks about something public. It never moves a state: reports and confirmations are made elsewhere.</summary>
public sealed class Comment
{
    public const int MaxTextLength = 2000, MaxNameLength = 80, MaxAnswerLength = 4000;

    /// <summary>Of the rules of participation, which each have a number.</summary>
    public const int Rules = 6;

    /// <summary>In which whoever is asked has to answer (domain rules, section 11).</summary>
    public const int AnswerDays = 20;

    /// <summary>How long an author has to confirm.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required CommentKind Kind { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectKey { get; init; }
    public required string Text { get; init; }

    /// <summary>How the author wants to be called in public; null: not at all.</summary>
    public string? ShownName { get; init; }

    /// <summary>Never public; erased with the answer, or when it is hidden.</summary>
    public string? Address { get; private set; }

    public required string Language { get; init; }
    public string? PhotoSha256 { get; init; }
    public string? PhotoName { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When the address was confirmed: from then on an answer is due.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>The last day on which an answer is in time.</summary>
    public DateOnly? DueOn { get; private set; }

    public CommentStatus Status { get; private set; }
    public DateOnly? ModeratedOn { get; private set; }

    /// <summary>By which of the published rules it is hidden.</summary>
    public int? Rule { get; private set; }

    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public bool IsDemonstration { get; init; }

    public Subject Subject => new(SubjectKind, SubjectKey);

    /// <summary>The answer, or its lack, is late.</summary>
    public bool IsLateOn(DateOnly today) => DueOn < (AnsweredOn ?? today);

    private Comment()
    {
    }

    /// <param name="address">As <see cref="MailAddressRule"/> has it.</param>
    public static Comment Of(WriteComment.Input said, string address, string token, DateTimeOffset now) => new()
    {
        Id = said.Id,
        Kind = said.Kind,
        SubjectKind = said.Subject.Kind,
        SubjectKey = said.Subject.Key,
        Text = Clean(said.Text),
        ShownName = string.IsNullOrWhiteSpace(said.ShownName) ? null : Clean(said.ShownName),
        Address = address,
        Language = said.Language,
        PhotoSha256 = said.Photo?.Sha256,
        PhotoName = said.Photo?.Name,
        TokenHash = LinkToken.HashOf(token),
        WrittenAt = now,
        IsDemonstration = said.IsDemonstration,
    };

    public Refusal? Check() => this switch
    {
        { Text.Length: 0 } => CommentRefusals.WithoutText,
        { Text.Length: > MaxTextLength } => CommentRefusals.TextTooLong,
        { ShownName.Length: > MaxNameLength } => CommentRefusals.NameTooLong,
        _ => null,
    };

    /// <summary>Its author holds the address: from today on the moderation and an answer are due. A second click changes nothing.</summary>
    public Refusal? Confirm(DateOnly today, DateTimeOffset now)
    {
        if (Status is not CommentStatus.Unconfirmed)
        {
            return null;
        }

        if (WrittenAt + Patience <= now)
        {
            return CommentRefusals.LinkExpired;
        }

        (Status, ReceivedOn, DueOn) = (CommentStatus.Waiting, today, WorkingDays.After(today, AnswerDays));
        return null;
    }

    public Refusal? Publish(DateOnly on)
    {
        if (Status is not (CommentStatus.Waiting or CommentStatus.Hidden))
        {
            return CommentRefusals.NotToBePublished;
        }

        (Status, ModeratedOn, Rule) = (CommentStatus.Published, on, null);
        return null;
    }

    /// <param name="rule">The number of the published rule that it breaks: there is no other reason.</param>
    public Refusal? Hide(int? rule, DateOnly on)
    {
        if (rule is not (>= 1 and <= Rules))
        {
            return CommentRefusals.HiddenWithoutRule;
        }

        if (Status is not (CommentStatus.Waiting or CommentStatus.Published))
        {
            return CommentRefusals.NotToBeHidden;
        }

        (Status, ModeratedOn, Rule) = (CommentStatus.Hidden, on, rule);
        Forget();
        return null;
    }

    public Refusal? Reply(string? text, DateOnly on)
    {
        var said = Clean(text);

        if (said.Length == 0)
        {
            return CommentRefusals.AnswerWithoutText;
        }

        if (said.Length > MaxAnswerLength)
        {
            return CommentRefusals.AnswerTooLong;
        }

        if (Status is not CommentStatus.Published || Answer is not null)
        {
            return CommentRefusals.NotToBeAnswered;
        }

        (Answer, AnsweredOn) = (said, on);
        Forget();
        return null;
    }

    /// <summary>Nobody writes to the author any more.</summary>
    private void Forget() => Address = null;

    // A sign that no page shows and PostgreSQL does not take.
    private static string Clean(string? text) => (text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
}

public static class CommentRefusals
{
    public static readonly Refusal WithoutText = new("comment.without-text", "text");
    public static readonly Refusal TextTooLong = new("comment.text-too-long", "text", "2,000");
    public static readonly Refusal NameTooLong = new("comment.name-too-long", "name", "80");
    public static readonly Refusal TestimonyOfNoPromise = new("comment.testimony-of-no-promise", "kind");
    public static readonly Refusal PhotoNotJpeg = new("comment.photo-not-jpeg", "photo");
    public static readonly Refusal PhotoTooBig = new("comment.photo-too-big", "photo", "15");
    public static readonly Refusal LinkExpired = new("comment.link-expired");
    public static readonly Refusal NotToBePublished = new("comment.not-to-be-published");
    public static readonly Refusal NotToBeHidden = new("comment.not-to-be-hidden");
    public static readonly Refusal HiddenWithoutRule = new("comment.hidden-without-rule", "rule");
    public static readonly Refusal AnswerWithoutText = new("comment.answer-without-text", "answer");
    public static readonly Refusal AnswerTooLong = new("comment.answer-too-long", "answer", "4,000");
    public static readonly Refusal NotToBeAnswered = new("comment.not-to-be-answered");
}
