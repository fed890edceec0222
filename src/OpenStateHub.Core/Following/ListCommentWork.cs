using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>What citizens said, for those who moderate and answer: first what waits, the oldest first.</summary>
public sealed class ListCommentWork(HubDbContext db, FindTopics topics, TenantContext tenant, TimeProvider clock)
{
    /// <summary>What waits for what.</summary>
    public enum Need
    {
        Moderation,
        Answer,

        /// <summary>Nothing more: answered or hidden.</summary>
        Nothing,
    }

    public async Task<(IReadOnlyList<Row> Rows, int Total)> ExecuteAsync(Need need, int skip, int take, CancellationToken ct)
    {
        var asked = Needing(need);
        var ordered = need is Need.Nothing ? asked.OrderByDescending(c => c.ModeratedOn).ThenByDescending(c => c.Id) : asked.OrderBy(c => c.DueOn).ThenBy(c => c.Id);
        var comments = await ordered.Skip(skip).Take(take).ToListAsync(ct);
        return (await RowsAsync(comments, ct), await asked.CountAsync(ct));
    }

    public async Task<Row?> FindAsync(Guid id, CancellationToken ct) =>
        (await RowsAsync(await db.Comments.AsNoTracking().Where(c => c.Id == id && c.Status != CommentStatus.Unconfirmed).ToListAsync(ct), ct)).SingleOrDefault();

    /// <summary>How much waits, and since when.</summary>
    public async Task<(int Count, DateOnly? FirstDueOn)> CountAsync(Need need, CancellationToken ct)
    {
        var found = await Needing(need).GroupBy(_ => 1).Select(group => new { Count = group.Count(), First = group.Min(c => c.DueOn) }).SingleOrDefaultAsync(ct);
        return (found?.Count ?? 0, found?.First);
    }

    private IQueryable<Comment> Needing(Need need) => need switch
    {
        Need.Moderation => db.Comments.AsNoTracking().Where(c => c.Status == CommentStatus.Waiting),
        Need.Answer => db.Comments.AsNoTracking().Where(c => c.Status == CommentStatus.Published && c.Answer == null),
        _ => db.Comments.AsNoTracking().Where(c => c.Status == CommentStatus.Hidden || (c.Status == CommentStatus.Published && c.Answer != null)),
    };

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Comment> comments, CancellationToken ct)
    {
        var found = await topics.ExecuteAsync([.. comments.Select(c => c.Subject).Distinct()], ct);
        var today = tenant.Current.Today(clock);
        return comments.ConvertAll(c => new Row(c, found.GetValueOrDefault(c.Subject)?.Title ?? c.Subject.ToString(), c.Answer is null && c.Status is not CommentStatus.Hidden && c.IsLateOn(today)));
    }

    /// <param name="About">What people call what it is about.</param>
    /// <param name="IsLate">An answer is overdue.</param>
    public sealed record Row(Comment Comment, string About, bool IsLate);
}
