using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Publishing;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>Publishes what a citizen said, hides it by a published rule, or answers it: each is an act of the place, and none moves a state.</summary>
public sealed class ModerateComment(HubDbContext db, TenantContext tenant, QueueMail mail, PublicChange change, FileLock only, TimeProvider clock)
{
    /// <param name="letter">To the author, while the address is known; null: nobody is told.</param>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Guid id, CommentStep step, Func<Comment, Letter>? letter, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var locked = await db.Comments.FromSql($"select * from comments where id = {id} and status <> 'Unconfirmed' for update").ToListAsync(ct);

        if (locked is not [var comment])
        {
            return (false, null);
        }

        // The step may be the one that forgets it.
        var author = comment.Address;

        if (step.Take(comment, tenant.Current.Today(clock)) is { } refusal)
        {
            return (true, refusal);
        }

        await ShowPhotoAsync(comment, ct);

        if (author is not null && letter is not null)
        {
            mail.To(author, letter(comment));
        }

        await change.ExecuteAsync(new PublicAct(step.Act, CommentSubjects.Of(comment), tenant.Current.Today(clock)) { ChangesFigures = false }, ct);
        await transaction.CommitAsync(ct);
        return (true, null);
    }

    /// <summary>Everybody sees the photograph of what is published, and of nothing else.</summary>
    private async Task ShowPhotoAsync(Comment comment, CancellationToken ct)
    {
        var isPublic = comment.Status is CommentStatus.Published;

        if (comment.PhotoSha256 is null)
        {
            return;
        }

        await only.TakeAsync(ct);

        if (await db.FileUses.AsNoTracking().SingleOrDefaultAsync(use => use.Kind == FileUseKind.Comment && use.SubjectId == comment.Id, ct) is { } use && use.IsPublic != isPublic)
        {
            await db.FileUses.Where(u => u.Id == use.Id).ExecuteDeleteAsync(ct);
            db.FileUses.Add(new FileUse { FileId = use.FileId, Kind = FileUseKind.Comment, SubjectId = comment.Id, IsPublic = isPublic });
        }
    }
}

/// <summary>One thing that a moderation does with what a citizen said.</summary>
public sealed record CommentStep(string Act, Func<Comment, DateOnly, Refusal?> Take)
{
    public static readonly CommentStep Publish = new(CommentActs.Published, (comment, on) => comment.Publish(on));

    /// <param name="rule">The number of the published rule that it breaks.</param>
    public static CommentStep Hide(int? rule) => new(CommentActs.Hidden, (comment, on) => comment.Hide(rule, on));

    public static CommentStep Answer(string? text) => new(CommentActs.Answered, (comment, on) => comment.Reply(text, on));
}

/// <summary>What a place does with what citizens say, as the ledger says it. The citizen stands nowhere in it.</summary>
public static class CommentActs
{
    public const string Published = "comment.published";
    public const string Hidden = "comment.hidden";
    public const string Answered = "comment.answered";
}

public static class CommentSubjects
{
    public const string CommentKind = "comment";

    /// <summary>What it is about goes before it, so that whoever follows that is told.</summary>
    public static Subject Of(Comment comment) => new(CommentKind, $"{comment.SubjectKey}/{comment.Id}");
}

/// <summary>What was said and how it was dealt with, without its author; of what is hidden, the words enter as their salted hash only.</summary>
internal sealed class CommentContents(HubDbContext db) : ISubjectContents
{
    private const int TitleLength = 80;

    public string Kind => CommentSubjects.CommentKind;

    public async Task<List<SubjectContent>> ReadAsync(IReadOnlyCollection<string>? keys, CancellationToken ct)
    {
        var ids = keys?.Select(key => Guid.Parse(key[(key.LastIndexOf('/') + 1)..])).ToList();
        var comments = await db.Comments
            .AsNoTracking()
            .Where(c => (c.Status == CommentStatus.Published || c.Status == CommentStatus.Hidden) && (ids == null || ids.Contains(c.Id)))
            .ToListAsync(ct);
        return comments.ConvertAll(c => new SubjectContent(CommentSubjects.Of(c), TitleOf(c), text => Write(text, c)) { IsDemonstration = c.IsDemonstration });
    }

    private static string TitleOf(Comment comment)
    {
        if (comment.Status is CommentStatus.Hidden)
        {
            return "[…]";
        }

        var line = comment.Text.ReplaceLineEndings(" ");
        return line.Length <= TitleLength ? $"«{line}»" : $"«{line[..TitleLength].TrimEnd()}…»";
    }

    private static void Write(CanonicalText text, Comment comment) => text
        .Field("kind", comment.Kind)
        .Field("about", comment.Subject.ToString())
        .Words("text", comment.Text)
        .Field("photo", comment.PhotoSha256)
        .Field("received on", comment.ReceivedOn)
        .Field("due on", comment.DueOn)
        .Field("status", comment.Status)
        .Field("moderated on", comment.ModeratedOn)
        .Field("rule", comment.Rule)
        .Words("answer", comment.Answer)
        .Field("answered on", comment.AnsweredOn);
}
