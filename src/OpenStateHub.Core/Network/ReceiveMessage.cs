using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>What another place wrote arrives here: in the scope of the place that is written to, in the writer's transaction.</summary>
public sealed class ReceiveMessage(HubDbContext db, TenantContext tenant, QueueMail mail, TimeProvider clock)
{
    /// <param name="From">The place that writes.</param>
    /// <param name="Conversation">As the writer's side keeps it.</param>
    /// <param name="Begins">It is the first word.</param>
    public sealed record Input(Tenant From, Conversation Conversation, bool Begins, ConversationMessage Message, Letter Letter);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var (theirs, message) = (input.Conversation, input.Message);
        var ours = await FindAsync(theirs.Id, input.From.Id, ct);

        if (ours is null && !input.Begins)
        {
            return NetworkRefusals.OtherSideIsGone;
        }

        if (ours is null)
        {
            ours = new Conversation
            {
                Id = theirs.Id,
                Kind = theirs.Kind,
                OtherId = input.From.Id,
                OtherName = input.From.Name,
                BegunHere = false,
                Subject = theirs.Subject,
                Topic = theirs.Topic,
                OfferId = theirs.OfferId,
                BegunAt = message.SentAt,
                ChangedAt = message.SentAt,
            };
            db.Conversations.Add(ours);
        }
        else if (ours.Hear(fromHere: false, message.SentAt) is { } refusal)
        {
            return refusal;
        }

        // The office, never the person: who wrote it stays on their side.
        db.ConversationMessages.Add(new ConversationMessage
        {
            Id = message.Id,
            ConversationId = ours.Id,
            FromHere = false,
            Office = message.Office,
            Text = message.Text,
            SentAt = message.SentAt,
        });

        foreach (var address in await AddressesAsync(ours, ct))
        {
            mail.To(address, input.Letter);
        }

        await db.SaveChangesAsync(ct);
        return null;
    }

    public async Task<bool> CloseAsync(Guid id, TenantId from, CancellationToken ct)
    {
        if (await FindAsync(id, from, ct) is not { } ours || ours.Close(clock.GetUtcNow()) is not null)
        {
            return false;
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    // An id alone opens nothing: the conversation must be with the place that writes.
    private Task<Conversation?> FindAsync(Guid id, TenantId from, CancellationToken ct) =>
        db.Conversations.SingleOrDefaultAsync(c => c.Id == id && c.OtherId == from, ct);

    /// <summary>Who looks after it; where nobody took it yet, all who may.</summary>
    private async Task<IReadOnlyList<string>> AddressesAsync(Conversation ours, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var right = tenant.Current.IsNational ? Right.Assist : Right.JoinNetwork;
        var grants = await (
                from grant in db.RoleGrants.AsNoTracking()
                join person in db.Users on grant.UserId equals person.Id
                select new { Grant = grant, person.Email })
            .ToListAsync(ct);
        var able = grants.Where(row => row.Grant.IsHeldOn(today) && row.Grant.Role.May(right)).ToList();
        var owners = able.FindAll(row => row.Grant.UserId == ours.OwnerId);
        return [.. (owners.Count > 0 ? owners : able).Select(row => row.Email!).Distinct()];
    }
}
