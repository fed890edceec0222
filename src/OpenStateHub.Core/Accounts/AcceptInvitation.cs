using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Privacy;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Core.Accounts;

/// <summary>Makes the account that an invitation offers, or adds its role to the account that the address has.</summary>
public sealed class AcceptInvitation(HubDbContext db, TenantContext tenant, UserManager<Person> people, IEnumerable<IRoleTaken> features, TimeProvider clock)
{
    /// <param name="Name">Not asked of whoever has an account.</param>
    /// <param name="Password">Not asked of whoever has an account.</param>
    /// <param name="AcceptsNotice">Whether the person accepted the notice of privacy; kept with the invitation.</param>
    public sealed record Input(string Token, string? Name, string? Password, bool AcceptsNotice);

    public async Task<Refusal?> ExecuteAsync(Input input, CancellationToken ct)
    {
        var hash = Invitation.HashOf(input.Token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Locked, so that a link opened twice at once still works once.
        var invitation = await db.Invitations.FromSql($"select * from invitations where token_hash = {hash} for update").SingleOrDefaultAsync(ct);
        var now = clock.GetUtcNow();

        if (invitation is null)
        {
            return AccountRefusals.InvitationExpired;
        }

        if (invitation.CheckOpen(now) is { } refusal)
        {
            return refusal;
        }

        if (await db.AcceptAsync(NoticePurpose.Account, invitation.Id, input.AcceptsNotice, now, ct) is { } notAccepted)
        {
            return notAccepted;
        }

        var person = await people.FindByEmailAsync(invitation.Email);

        if (person is null)
        {
            person = new Person { Name = input.Name?.Trim() ?? "", UserName = invitation.Email, Email = invitation.Email, EmailConfirmed = true };

            if (await CreateAsync(person, input.Password ?? "") is { } notMade)
            {
                return notMade;
            }
        }

        invitation.Accept(now);
        db.RoleGrants.Add(new RoleGrant
        {
            UserId = person.Id,
            Role = invitation.Role,
            ScopeId = invitation.ScopeId,
            Office = invitation.Office,
            Sector = invitation.Sector,
            FromOn = tenant.Current.Today(clock),
            UntilOn = invitation.UntilOn,
        });
        await db.SaveChangesAsync(ct);

        foreach (var feature in features)
        {
            await feature.TakenAsync(invitation, person.Id, ct);
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> CreateAsync(Person person, string password) =>
        person.Name.Length is 0 or > Person.MaxNameLength
            ? AccountRefusals.NameMalformed
            : Passwords.RefusalOf(await people.CreateAsync(person, password));
}
