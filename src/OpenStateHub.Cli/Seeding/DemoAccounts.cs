using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.ActionPlans;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Tenancy;

namespace OpenStateHub.Cli.Seeding;

/// <summary>The accounts of the demonstration, one a role, made by accepting an invitation as people do. Their password is public.</summary>
/// <param name="more">Accounts of seats besides the first of each sector.</param>
internal sealed class DemoAccounts(TenantScopes scopes, Tenant place, DateOnly today, IReadOnlyList<DemoFile.SeatAccountPart> more)
{
    public const string Password = "Demo-OpenState-1";

    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var account in await scopes.RunAsync(place, scope => ListAsync(scope.GetRequiredService<HubDbContext>(), ct)))
        {
            await scopes.RunAsync(place, scope => MakeAsync(scope, account, ct));
        }

        foreach (var seat in await scopes.RunAsync(place, scope => HeldAsync(scope.GetRequiredService<HubDbContext>(), ct)))
        {
            await scopes.RunAsync(place, scope => SeatAsync(scope, seat, ct));
        }
    }

    private async Task<List<Seat>> HeldAsync(HubDbContext db, CancellationToken ct) =>
        (await db.Seats.AsNoTracking().OrderBy(seat => seat.Id).ToListAsync(ct)).FindAll(seat => seat.IsHeldOn(today));

    /// <summary>Nobody's name is in any source: each holder is invented, and marked so. The first seat of a sector votes by its account.</summary>
    private static async Task SeatAsync(IServiceProvider scope, Seat seat, CancellationToken ct)
    {
        scope.GetRequiredService<ActingOffice>().Enter(Hub.Office);
        var db = scope.GetRequiredService<HubDbContext>();
        var email = await db.RoleGrants
            .Where(grant => grant.Role == Role.SecretariatMember && grant.ScopeId == seat.Id && grant.EndedAt == null)
            .Join(db.Users, grant => grant.UserId, person => person.Id, (_, person) => person.Email)
            .FirstOrDefaultAsync(ct);
        var input = new NameSeatMember.Input
        {
            SeatId = seat.Id, Capacity = SeatCapacity.Holder, Name = "Persona titular", FromOn = seat.FromOn, Email = email, IsDemonstration = true,
        };

        if ((await scope.GetRequiredService<NameSeatMember>().ExecuteAsync(input, _ => null, ct)).Refusal is { } refusal)
        {
            throw new RefusedException($"The demonstration's seat of {seat.Organization} was refused its holder: {refusal.Code}");
        }
    }

    private async Task<List<Account>> ListAsync(HubDbContext db, CancellationToken ct)
    {
        var seats = await HeldAsync(db, ct);
        var commitment = await db.Commitments
            .Where(c => c.Plan!.ClosedOn == null && c.Plan.PublishedOn != null)
            .OrderBy(c => c.Number)
            .Select(c => new
            {
                c.Id,
                Counterpart = c.Actors.Where(a => a.Role == ActorRole.CivilSocietyCounterpart).OrderBy(a => a.Id).Select(a => a.Organization).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(ct);

        Account OfSeat(string mailbox, string name, Sector sector) =>
            seats.Find(seat => seat.Sector == sector) is { } seat ? new(mailbox, name, Role.SecretariatMember, seat.Id) : new(mailbox, name, Role.Participant);

        List<Account> accounts =
        [
            new("admin", "Administración", Role.Administrator, Office: $"Enlace de gobierno abierto de {place.Name}"),
            OfSeat("gobierno", "Representación del gobierno", Sector.Government),
            OfSeat("sociedad", "Representación de la sociedad civil", Sector.CivilSociety),
            OfSeat("garante", "Representación del órgano garante", Sector.Guarantor),
            commitment is null
                ? new("responsable", "Responsable de compromiso", Role.Participant)
                : new("responsable", "Responsable de compromiso", Role.ActivityOwner, commitment.Id, $"Dependencia responsable de {place.Name}", today.AddYears(1)),
            new("ciudadania", "Ciudadanía", Role.Participant),
        ];

        if (commitment?.Counterpart is { } counterpart)
        {
            accounts.Add(new("contraparte", "Contraparte de la sociedad civil", Role.ActivityOwner, commitment.Id, counterpart, today.AddYears(1), OwnerSector.CivilSociety));
        }

        accounts.AddRange(more.Select(one => new Account(
            one.Mailbox, one.Name, Role.SecretariatMember, seats.Find(seat => (seat.Sector, seat.Organization) == (one.Sector, one.Organization))!.Id)));

        if (place.IsNational)
        {
            accounts.Add(new("monitor", "Seguimiento nacional", Role.NationalMonitor, Office: "INAI"));
            accounts.Add(new("operador", "Operación de la plataforma", Role.PlatformOperator, Office: "INAI"));
        }

        return accounts;
    }

    private async Task MakeAsync(IServiceProvider scope, Account account, CancellationToken ct)
    {
        var token = "";
        var input = new InvitePerson.Input
        {
            Email = $"{account.Mailbox}@{place.Slug}.example",
            Role = account.Role,
            ScopeId = account.ScopeId,
            Office = account.Office,
            UntilOn = account.UntilOn,
            Sector = account.Sector,
        };
        var refusal = await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            input,
            made =>
            {
                token = made;
                return null;
            },
            ct)
            ?? await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new AcceptInvitation.Input(token, account.Name, Password, AcceptsNotice: true), ct);

        if (refusal is not null)
        {
            throw new RefusedException($"The demonstration's account {input.Email} was refused: {refusal.Code}");
        }
    }

    private sealed record Account(string Mailbox, string Name, Role Role, Guid? ScopeId = null, string? Office = null, DateOnly? UntilOn = null, OwnerSector? Sector = null);
}
