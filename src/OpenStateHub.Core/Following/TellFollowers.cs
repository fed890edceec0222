using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Following;

/// <summary>What a letter to a follower tells.</summary>
/// <param name="Acts">The latest of them, in the order in which they happened.</param>
/// <param name="Total">Of all.</param>
public sealed record FollowerNews(Topic Topic, Frequency Frequency, string Language, IReadOnlyList<ListLedger.Row> Acts, int Total);

/// <summary>
/// Tells each follower what happened since they were last told. Their letter is queued and their place in the history moves in one
/// transaction, on a row that nobody else holds: whoever is killed, and however many try, each act is told once.
/// </summary>
public sealed class TellFollowers(HubDbContext db, TenantContext tenant, FindTopics topics, ReadSubjects subjects, QueueMail mail, TimeProvider clock)
{
    /// <summary>What a letter lists; of the rest it gives the number.</summary>
    public const int MostActs = 20;

    private const int AtOnce = 100;

    private readonly LetterHours hours = new(tenant.Current);

    /// <param name="letter">Of what there is to tell, with the token of its link to leave by.</param>
    /// <returns>When somebody is to be told again, whatever happens; null: when something happens.</returns>
    public async Task<DateTimeOffset?> ExecuteAsync(Func<FollowerNews, string, Letter> letter, CancellationToken ct)
    {
        while (await TellSomeAsync(letter, ct) == AtOnce)
        {
            db.ChangeTracker.Clear();
        }

        return await db.Followers
            .Where(f => f.ConfirmedAt != null && f.EndedAt == null && f.Frequency != Frequency.AtOnce)
            .MinAsync(f => f.NextAt, ct);
    }

    private async Task<int> TellSomeAsync(Func<FollowerNews, string, Letter> letter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var head = await db.LedgerHeads.Where(h => h.TenantId == tenant.Current.Id).Select(h => h.Sequence).SingleOrDefaultAsync(ct);
        var due = await db.Followers
            .FromSql(
                $"""
                 select * from followers
                 where confirmed_at is not null and ended_at is null and next_at <= {now} and (told_sequence < {head} or frequency <> 'AtOnce')
                 order by next_at, id limit {AtOnce} for update skip locked
                 """)
            .ToListAsync(ct);

        if (due.Count == 0)
        {
            return 0;
        }

        var since = due.Min(follower => follower.ToldSequence);
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.Sequence > since && e.Sequence <= head).OrderBy(e => e.Sequence).ToListAsync(ct);
        var followed = await topics.ExecuteAsync([.. due.Select(follower => follower.Subject).Distinct()], ct);
        var titles = await subjects.ExecuteAsync([.. entries.Select(e => e.Subject).Distinct()], ct);

        foreach (var follower in due)
        {
            // What is public no longer has nothing more to tell.
            if (followed.TryGetValue(follower.Subject, out var topic)
                && entries.FindAll(e => e.Sequence > follower.ToldSequence && topic.Holds(e.Subject)) is { Count: > 0 } told)
            {
                Queue(follower, head, token => letter(new FollowerNews(topic, follower.Frequency, follower.Language, Rows(told, titles), told.Count), token), now);
            }

            follower.Tell(head, hours, now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    private void Queue(Follower follower, int head, Func<string, Letter> letter, DateTimeOffset now)
    {
        var token = LinkToken.New();
        db.FollowerLetters.Add(new FollowerLetter
        {
            FollowerId = follower.Id,
            AfterSequence = follower.ToldSequence,
            LastSequence = head,
            TokenHash = LinkToken.HashOf(token),
            QueuedAt = now,
        });
        mail.To(follower.Address!, letter(token));
    }

    private static List<ListLedger.Row> Rows(List<LedgerEntry> told, IReadOnlyDictionary<Subject, SubjectContent> titles) =>
        [.. told.TakeLast(MostActs).Select(e => ListLedger.RowOf(e, titles.GetValueOrDefault(e.Subject)))];
}
