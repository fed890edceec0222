using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>A hub that delivers, and the server that it delivers to.</summary>
internal sealed class MailHub(PostgresServer postgres) : TestHub(postgres)
{
    public SmtpServer Smtp { get; init; } = new();

    public MailDelivery Delivery { get; set; } = new();

    protected override IServiceCollection Configure(IServiceCollection hub) => hub.AddScoped(_ => Delivery);

    public override async ValueTask InitializeAsync()
    {
        await Smtp.StartAsync();
        Delivery = Delivery with { Server = Smtp.Settings };
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    public static Letter Letter(string subject = "Sesión del secretariado: ¿mañana?") => new()
    {
        Language = "es",
        Subject = subject,
        Paragraphs = ["El niño pingüino <b>no</b> es & fue."],
        Action = new("Abrir la sesión", "https://durango.example/sesiones?id=1&lang=es"),
        Closing = ["Hasta pronto."],
        Footer = "Lo envía Durango.",
    };

    public Task QueueAsync(Tenant place, Letter letter, params string[] recipients) => AsAsync(place, async scope =>
    {
        foreach (var recipient in recipients)
        {
            scope.GetRequiredService<QueueMail>().To(recipient, letter);
        }

        await scope.GetRequiredService<HubDbContext>().SaveChangesAsync();
    });

    /// <returns>When it is due again.</returns>
    public async Task<DateTimeOffset?> DeliverAsync(Tenant place)
    {
        var next = await AsAsync(place, scope => scope.GetRequiredService<DeliverMail>().ExecuteAsync(default));
        await Smtp.CatchUpAsync();
        return next;
    }

    public Task<List<QueuedMail>> MailAsync(Tenant place) =>
        AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().MailQueue.AsNoTracking().OrderBy(mail => mail.Recipient).ToListAsync());

    public async Task<QueuedMail> OneAsync(Tenant place) => Assert.Single(await MailAsync(place));
}
