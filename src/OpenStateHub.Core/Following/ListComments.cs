using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>What the public reads of what citizens said.</summary>
public sealed class ListComments(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    /// <param name="Subject">Null: all of the place.</param>
    public sealed record Filter(Subject? Subject = null, CommentKind? Kind = null);

    public async Task<Found> ExecuteAsync(Filter filter, int skip, int take, CancellationToken ct)
    {
        var (kind, key) = (filter.Subject?.Kind, filter.Subject?.Key);
        var about = db.Comments.AsNoTracking().Where(c => kind == null || (c.SubjectKind == kind && c.SubjectKey == key));
        var counts = await about
            .GroupBy(c => new { c.Status, c.Kind })
            .Select(group => new { group.Key.Status, group.Key.Kind, Count = group.Count() })
            .ToListAsync(ct);
        var rows = await about
            .Where(c => c.Status == CommentStatus.Published || c.Status == CommentStatus.Hidden)
            .Where(c => filter.Kind == null || c.Kind == filter.Kind)
            .OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id)
            .Skip(skip).Take(take)
            .ToListAsync(ct);
        var today = tenant.Current.Today(clock);
        return new Found
        {
            Rows = rows.ConvertAll(c => Row.Of(c, today)),
            Total = counts.Where(c => c.Status is CommentStatus.Published or CommentStatus.Hidden && (filter.Kind is null || c.Kind == filter.Kind)).Sum(c => c.Count),
            Waiting = counts.Where(c => c.Status is CommentStatus.Waiting).Sum(c => c.Count),
            Fulfilled = counts.Where(c => c is { Status: CommentStatus.Published, Kind: CommentKind.Fulfilled }).Sum(c => c.Count),
            NotFulfilled = counts.Where(c => c is { Status: CommentStatus.Published, Kind: CommentKind.NotFulfilled }).Sum(c => c.Count),
        };
    }

    public sealed record Found
    {
        public required IReadOnlyList<Row> Rows { get; init; }

        /// <summary>Published and hidden ones.</summary>
        public required int Total { get; init; }

        /// <summary>For the moderation.</summary>
        public required int Waiting { get; init; }

        public required int Fulfilled { get; init; }
        public required int NotFulfilled { get; init; }
    }

    public sealed record Row
    {
        public required Guid Id { get; init; }
        public required CommentKind Kind { get; init; }
        public required Subject Subject { get; init; }

        /// <summary>Null: it is hidden, by the rule.</summary>
        public required string? Text { get; init; }

        public required int? Rule { get; init; }
        public required string? ShownName { get; init; }
        public required string? PhotoSha256 { get; init; }
        public required string? PhotoName { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required DateOnly ModeratedOn { get; init; }
        public required DateOnly DueOn { get; init; }
        public required string? Answer { get; init; }
        public required DateOnly? AnsweredOn { get; init; }
        public required bool IsLate { get; init; }
        public required bool IsDemonstration { get; init; }

        internal static Row Of(Comment comment, DateOnly today)
        {
            var isShown = comment.Status is CommentStatus.Published;
            return new Row
            {
                Id = comment.Id,
                Kind = comment.Kind,
                Subject = comment.Subject,
                Text = isShown ? comment.Text : null,
                Rule = comment.Rule,
                ShownName = isShown ? comment.ShownName : null,
                PhotoSha256 = isShown ? comment.PhotoSha256 : null,
                PhotoName = isShown ? comment.PhotoName : null,
                ReceivedOn = comment.ReceivedOn!.Value,
                ModeratedOn = comment.ModeratedOn!.Value,
                DueOn = comment.DueOn!.Value,
                Answer = comment.Answer,
                AnsweredOn = comment.AnsweredOn,
                IsLate = isShown && comment.IsLateOn(today),
                IsDemonstration = comment.IsDemonstration,
            };
        }
    }
}
