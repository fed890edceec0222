using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Files;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Privacy;

namespace OpenStateHub.Core.Following;

/// <summary>A citizen says or asks something about what is public. Nobody reads it before its author confirmed the address and the moderation saw it.</summary>
public sealed class WriteComment(HubDbContext db, FindTopics topics, StoreFile files, FileLock only, QueueMail mail, TimeProvider clock)
{
    /// <summary>A form that anybody may send must not fill anybody's mailbox: so many letters to one address in a day.</summary>
    public const int MostADay = 5;

    /// <summary>More than a telephone's picture needs.</summary>
    public const long MostPhotoBytes = 15L * 1024 * 1024;

    public sealed record Input
    {
        /// <summary>Made by the caller, so that it can name the new row afterwards.</summary>
        public Guid Id { get; init; } = Guid.CreateVersion7();

        public required CommentKind Kind { get; init; }
        public required Subject Subject { get; init; }
        public required string? Text { get; init; }
        public string? ShownName { get; init; }
        public required string? Address { get; init; }

        /// <summary>Two letters.</summary>
        public required string Language { get; init; }

        public required bool AcceptsNotice { get; init; }

        /// <summary>A JPEG, kept without what its camera wrote into it.</summary>
        public PhotoSent? Sent { get; init; }

        /// <summary>As it is kept.</summary>
        internal StoredPhoto? Photo { get; init; }

        public bool IsDemonstration { get; init; }
    }

    public sealed record PhotoSent(Stream Content, long Bytes);

    internal sealed record StoredPhoto(string Sha256, string Name);

    /// <param name="deliver">Gets the token and answers the letter that carries it, or null where it is handed over in another way.</param>
    /// <returns>Whether that is public, and why nothing was kept.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, Func<Topic, string, Letter?> deliver, CancellationToken ct)
    {
        if (input.Subject == Topic.Place || await topics.ExecuteAsync(input.Subject, ct) is not { } topic)
        {
            return (false, null);
        }

        if (MailAddressRule.Clean(input.Address) is not { } address)
        {
            return (true, FollowingRefusals.AddressMalformed);
        }

        var (now, token) = (clock.GetUtcNow(), LinkToken.New());

        if (Comment.Of(input, address, token, now).Check() is { } wrong)
        {
            return (true, wrong);
        }

        if (input.Kind is CommentKind.Fulfilled or CommentKind.NotFulfilled && !topic.IsPromise)
        {
            return (true, CommentRefusals.TestimonyOfNoPromise);
        }

        if (!input.AcceptsNotice)
        {
            return (true, PrivacyRefusals.NoticeNotAccepted);
        }

        var dayBefore = now - TimeSpan.FromDays(1);

        // Said as if it had been kept: whoever floods learns nothing.
        if (await db.Comments.CountAsync(c => c.Address == address && c.Status == CommentStatus.Unconfirmed && c.WrittenAt > dayBefore, ct) >= MostADay)
        {
            return (true, null);
        }

        var (photo, refusal) = await KeepAsync(input.Sent, ct);

        if (refusal is null)
        {
            await SaveAsync(Comment.Of(input with { Photo = photo }, address, token, now), deliver(topic, token), now, ct);
        }

        return (true, refusal);
    }

    private async Task<(StoredPhoto? Photo, Refusal? Refusal)> KeepAsync(PhotoSent? sent, CancellationToken ct)
    {
        if (sent is null)
        {
            return (null, null);
        }

        if (sent.Bytes > MostPhotoBytes)
        {
            return (null, CommentRefusals.PhotoTooBig);
        }

        var head = new byte[FileTypes.LongestBeginning];
        var read = await sent.Content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        sent.Content.Position = 0;

        if (FileTypes.Of(head.AsSpan(0, read)) is not FileType.Jpeg)
        {
            return (null, CommentRefusals.PhotoNotJpeg);
        }

        var kept = await files.ExecuteAsync(sent.Content, "foto.jpg", by: null, ct);
        return kept.Refusal is null ? (new StoredPhoto(kept.Sha256!, kept.Name!), null) : (null, kept.Refusal with { Field = CommentRefusals.PhotoNotJpeg.Field });
    }

    private async Task SaveAsync(Comment comment, Letter? letter, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Comments.Add(comment);
        await db.AcceptAsync(NoticePurpose.Comment, comment.Id, isAccepted: true, now, ct);

        if (comment.PhotoSha256 is { } sha256)
        {
            // So that no sweep takes it away between the bytes and their use.
            await only.TakeAsync(ct);
            var file = await db.Files.SingleAsync(f => f.Sha256 == sha256, ct);
            db.FileUses.Add(new FileUse { FileId = file.Id, Kind = FileUseKind.Comment, SubjectId = comment.Id, IsPublic = false });
        }

        if (letter is not null)
        {
            mail.To(comment.Address!, letter);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
