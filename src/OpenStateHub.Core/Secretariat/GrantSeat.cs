using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Secretariat;

/// <summary>Gives the account of an address the vote of a seat: at once where the place has that account, else by an invitation.</summary>
public sealed class GrantSeat(HubDbContext db, TenantContext tenant, InvitePerson invite, TimeProvider clock)
{
    /// <summary>Works in the caller's transaction.</summary>
    /// <param name="invitedBy">Null: an operator, by the command line.</param>
    /// <param name="deliver">Gets the token of an invitation and answers the letter that carries it.</param>
    public async Task<Refusal?> ExecuteAsync(SeatMember member, string email, Guid? invitedBy, Func<string, Letter?> deliver, CancellationToken ct)
    {
        var today = tenant.Current.Today(clock);
        var address = email.Trim().ToUpperInvariant();

        if (await db.Users.SingleOrDefaultAsync(person => person.NormalizedEmail == address, ct) is not { } found)
        {
            var input = new InvitePerson.Input
            {
                Email = email,
                Role = Role.SecretariatMember,
                ScopeId = member.SeatId,
                UntilOn = member.UntilOn,
                InvitedBy = invitedBy,
            };
            member.InvitationId = input.Id;
            return await invite.ExecuteAsync(input, deliver, ct) is { } refusal ? refusal with { Field = "email" } : null;
        }

        var grants = await db.RoleGrants.Where(grant => grant.UserId == found.Id && grant.Role == Role.SecretariatMember).ToListAsync(ct);
        var held = grants.FindAll(grant => grant.IsHeldOn(today));

        // One vote a person: nobody sits twice.
        if (held.Any(grant => grant.ScopeId != member.SeatId)
            || (await db.SeatMembers.Where(other => other.PersonId == found.Id).ToListAsync(ct)).Any(other => other.Days.Includes(today)))
        {
            return SeatMemberRefusals.AccountSitsAlready;
        }

        if (member.UntilOn < today)
        {
            return AccountRefusals.LastDayIsPast with { Field = "untilOn" };
        }

        member.PersonId = found.Id;

        if (held.Count == 0)
        {
            db.RoleGrants.Add(new RoleGrant
            {
                UserId = found.Id, Role = Role.SecretariatMember, ScopeId = member.SeatId, FromOn = today, UntilOn = member.UntilOn,
            });
        }

        return null;
    }
}
