using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Accounts;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Secretariat;
using OpenStateHub.Core.Secretariat.Sessions;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Secretariat.Sessions;

/// <summary>One hub and one site for a class; each test has a place of its own, with a secretariat whose seats have accounts.</summary>
public sealed class MeetingHub(PostgresServer server) : TestHub(server)
{
    public static readonly (string Name, Sector Sector, string Organization)[] Seated =
    [
        ("gobierno", Sector.Government, "Contraloría"), ("hacienda", Sector.Government, "Hacienda"), ("sociedad", Sector.CivilSociety, "Consejo Ciudadano"),
        ("garante", Sector.Guarantor, "Instituto Garante"),
    ];

    private readonly Dictionary<(TenantId, string), Guid> seats = [];

    internal HubSite Site { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Site = new HubSite(this);
    }

    /// <summary>A place with an administrator and four seats, two of them of the government.</summary>
    public async Task<Tenant> SecretariatAsync(string slug)
    {
        var place = await PlaceAsync(slug);
        await this.PersonAsync(place, Role.Administrator);

        foreach (var (name, sector, organization) in Seated)
        {
            var seat = Guid.CreateVersion7();
            seats[(place.Id, name)] = seat;
            await AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<FillSeat>().ExecuteAsync(
                new FillSeat.Input { Id = seat, Sector = sector, Organization = organization, OrganizationType = OrganizationType.Other, FromOn = new(2020, 1, 1) },
                default)));
            await AsAsync(place, scope => SeatPersonAsync(scope, EmailOf(name), seat));
        }

        return place;
    }

    public Guid SeatOf(Tenant place, string name) => seats[(place.Id, name)];

    internal async Task<Browser> AsAsync(Tenant place, string name)
    {
        var browser = Site.Browser(place.Slug);
        await browser.SignInAsync(name == "admin" ? GivenPeople.EmailOf(Role.Administrator) : EmailOf(name), GivenPeople.Password);
        return browser;
    }

    /// <summary>A session called for the given days ahead of the hub's clock, by the commands.</summary>
    public async Task<Guid> CalledAsync(Tenant place, int days = 10)
    {
        var id = await DraftedAsync(place, days);
        await AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<CallSession>().ExecuteAsync(id, Letter, default)));
        return id;
    }

    public Task<Guid> DraftedAsync(Tenant place, int days = 10) => AsAsync(place, async scope =>
    {
        var (id, refusal) = await scope.GetRequiredService<DraftSession>().ExecuteAsync(InputIn(days), default);
        Assert.Null(refusal);
        Assert.Null(await scope.GetRequiredService<SetAgenda>().ExecuteAsync(id, [new AgendaPoint(null, "Seguimiento del plan", null, [])], 0, Letter, default));
        return id;
    });

    public SessionInput InputIn(int days) => new()
    {
        Kind = SessionKind.Ordinary,
        Title = "Primera sesión ordinaria",
        Day = DateOnly.FromDateTime(Clock.Now.UtcDateTime).AddDays(days),
        From = new(17, 0),
        Until = new(19, 0),
        Place = "Sala del Pleno",
    };

    /// <summary>A session that closed with these seats present.</summary>
    public async Task<Guid> ClosedAsync(Tenant place, params string[] present)
    {
        var id = await CalledAsync(place, 0);
        await AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<OpenSession>().ExecuteAsync(id, default)));
        await AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<CallRoll>().ExecuteAsync(
            id, present.ToDictionary(name => SeatOf(place, name), _ => SeatCapacity.Holder), default)));
        await AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<CloseSession>().ExecuteAsync(id, default)));
        return id;
    }

    /// <summary>Letters with their attachment, the oldest first.</summary>
    public Task<List<(string Recipient, string Subject, string Calendar)>> CallsAsync(Tenant place) => AsAsync(place, async scope =>
    {
        var letters = await scope.GetRequiredService<HubDbContext>().MailQueue.AsNoTracking().Include(mail => mail.Attachments).OrderBy(mail => mail.Id).ToListAsync();
        return letters.Where(mail => mail.Attachments.Count == 1).Select(mail => (mail.Recipient, mail.Subject, mail.Attachments[0].Text)).ToList();
    });

    public static string EmailOf(string name) => $"{name}@ejemplo.mx";

    public static Letter Letter(SessionCall call, Invited invited) => new()
    {
        Language = "es",
        Subject = call.Sequence.ToString(CultureInfo.InvariantCulture),
        Paragraphs = [invited.Organization],
        Footer = "Prueba",
    };

    private static async Task SeatPersonAsync(IServiceProvider scope, string email, Guid seat)
    {
        var made = "";
        Assert.Null(await scope.GetRequiredService<InvitePerson>().ExecuteAsync(
            new InvitePerson.Input { Email = email, Role = Role.SecretariatMember, ScopeId = seat },
            token =>
            {
                made = token;
                return null;
            },
            default));
        Assert.Null(await scope.GetRequiredService<AcceptInvitation>().ExecuteAsync(new AcceptInvitation.Input(made, "Persona", GivenPeople.Password, AcceptsNotice: true), default));
    }

    public override async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
