using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;

namespace OpenStateHub.Core.Network;

/// <summary>This side of the conversations with other places, those that wait for a word first.</summary>
public sealed class ListConversations(HubDbContext db)
{
    public sealed record Row
    {
        public required Conversation Conversation { get; init; }

        /// <summary>Who looks after it on this side.</summary>
        public string? Owner { get; init; }

        public required int Messages { get; init; }
    }

    public sealed record Said(ConversationMessage Message, string? By);

    public async Task<IReadOnlyList<Row>> ExecuteAsync(ConversationKind kind, ConversationState? state, int skip, int take, CancellationToken ct) =>
        await Rows()
            .Where(row => row.Conversation.Kind == kind && (state == null || row.Conversation.State == state))
            .OrderBy(row => row.Conversation.State == ConversationState.Open ? 0 : row.Conversation.State == ConversationState.Answered ? 1 : 2)
            .ThenByDescending(row => row.Conversation.ChangedAt)
            .Skip(skip).Take(take)
            .ToListAsync(ct);

    public Task<int> CountAsync(ConversationKind kind, ConversationState? state, CancellationToken ct) =>
        db.Conversations.CountAsync(c => c.Kind == kind && (state == null || c.State == state), ct);

    /// <returns>Null where this side has none of that id and kind.</returns>
    public async Task<(Row Row, IReadOnlyList<Said> Messages)?> FindAsync(Guid id, ConversationKind kind, CancellationToken ct)
    {
        if (await Rows().SingleOrDefaultAsync(row => row.Conversation.Id == id && row.Conversation.Kind == kind, ct) is not { } row)
        {
            return null;
        }

        var messages = await db.ConversationMessages.AsNoTracking()
            .Where(m => m.ConversationId == id)
            .OrderBy(m => m.SentAt).ThenBy(m => m.Id)
            .Select(m => new Said(m, db.Users.Where(person => person.Id == m.WrittenBy).Select(person => person.Name).FirstOrDefault()))
            .ToListAsync(ct);
        return (row, messages);
    }

    private IQueryable<Row> Rows() =>
        from conversation in db.Conversations.AsNoTracking()
        select new Row
        {
            Conversation = conversation,
            Owner = db.Users.Where(person => person.Id == conversation.OwnerId).Select(person => person.Name).FirstOrDefault(),
            Messages = db.ConversationMessages.Count(m => m.ConversationId == conversation.Id),
        };
}
