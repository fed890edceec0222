using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Network;

/// <summary>Says who of this side looks after a conversation.</summary>
public sealed class GiveConversation(HubDbContext db, ListHelpers helpers)
{
    /// <param name="owner">Null: nobody in particular.</param>
    public async Task<Refusal?> ExecuteAsync(Guid id, Guid? owner, CancellationToken ct)
    {
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conversation)
        {
            return NetworkRefusals.ConversationUnknown;
        }

        if (owner is not null && (await helpers.ExecuteAsync(ct)).All(helper => helper.Id != owner))
        {
            return NetworkRefusals.OwnerUnknown;
        }

        conversation.GiveTo(owner);
        await db.SaveChangesAsync(ct);
        return null;
    }
}

/// <summary>Who of this side may look after a conversation, by name.</summary>
public sealed class ListHelpers(HubDbContext db, TenantContext tenant, TimeProvider clock)
{
    public sealed record Row(Guid Id, string Name);

    public async Task<IReadOnlyList<Row>> ExecuteAsync(CancellationToken ct)
    {
        var (today, right) = (tenant.Current.Today(clock), tenant.Current.IsNational ? Right.Assist : Right.JoinNetwork);
        var grants = await (
                from grant in db.RoleGrants.AsNoTracking()
                join person in db.Users on grant.UserId equals person.Id
                orderby person.Name
                select new { Grant = grant, person.Name })
            .ToListAsync(ct);
        return [.. grants.Where(row => row.Grant.IsHeldOn(today) && row.Grant.Role.May(right)).Select(row => new Row(row.Grant.UserId, row.Name)).Distinct()];
    }
}
