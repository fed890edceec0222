using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Tenancy;
using OpenStateHub.Integration.Tests.Fixtures;

namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>What becomes of a letter when the server is dead, slow, hesitant or final.</summary>
public sealed class DeliveryTests(PostgresServer server) : IAsyncLifetime
{
    private readonly MailHub hub = new(server);

    private Tenant place = null!;

    public async ValueTask InitializeAsync()
    {
        await hub.InitializeAsync();
        place = await hub.PlaceAsync("durango");
    }

    [Fact]
    public async Task A_dead_server_loses_nothing()
    {
        await hub.Smtp.StopAsync();
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx", "eva@ejemplo.mx");

        var next = await hub.DeliverAsync(place);
        var waiting = await hub.MailAsync(place);

        Assert.All(waiting, mail => Assert.Equal(MailStatus.Waiting, mail.Status));
        Assert.Single(waiting, mail => mail.Fault is MailFault.Unreachable && mail.DueAt == next);

        await hub.Smtp.StartAsync();
        hub.Clock.Now = next!.Value;
        Assert.Null(await hub.DeliverAsync(place));
        Assert.Equal(["ana@ejemplo.mx", "eva@ejemplo.mx"], hub.Smtp.Received.Select(mail => mail.Recipient).Order());
    }

    [Fact]
    public async Task What_is_put_off_is_tried_again_later_under_the_same_name()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "grey@ejemplo.mx");

        var next = await hub.DeliverAsync(place);
        var putOff = await hub.OneAsync(place);

        Assert.Equal((MailStatus.Waiting, MailFault.PutOff, 1), (putOff.Status, putOff.Fault, putOff.Attempts));
        Assert.Contains("Greylisted", putOff.Reply, StringComparison.Ordinal);
        Assert.InRange(next!.Value - hub.Clock.Now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.2));
        await hub.DeliverAsync(place);
        Assert.Empty(hub.Smtp.Received);

        hub.Clock.Now = next.Value;
        await hub.DeliverAsync(place);
        Assert.Equal($"<{putOff.MessageId}>", Assert.Single(hub.Smtp.Received).MessageId);
    }

    [Theory]
    [InlineData("unknown@ejemplo.mx", MailFault.AddressRefused)]
    [InlineData("rejected@ejemplo.mx", MailFault.LetterRefused)]
    [InlineData("no es una dirección", MailFault.NotAnAddress)]
    [InlineData("niño@ejemplo.mx", MailFault.NotAnAddress)]
    public async Task What_is_refused_for_good_is_given_up_at_once_and_holds_up_nobody(string recipient, MailFault fault)
    {
        await hub.QueueAsync(place, MailHub.Letter(), recipient, "zoe@ejemplo.mx");

        Assert.Null(await hub.DeliverAsync(place));

        var failed = (await hub.MailAsync(place)).Single(mail => mail.Recipient == recipient);
        Assert.Equal((MailStatus.Failed, fault, hub.Clock.Now), (failed.Status, failed.Fault, failed.EndedAt));
        Assert.NotNull(failed.Text);
        Assert.Equal("zoe@ejemplo.mx", Assert.Single(hub.Smtp.Received).Recipient);
    }

    [Fact]
    public async Task What_never_goes_through_is_given_up_after_days_and_can_be_sent_again()
    {
        await hub.Smtp.StopAsync();
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");
        var began = hub.Clock.Now;

        while (await hub.DeliverAsync(place) is { } next)
        {
            hub.Clock.Now = next;
        }

        var failed = await hub.OneAsync(place);
        Assert.Equal((MailStatus.Failed, QueuedMail.MostAttempts), (failed.Status, failed.Attempts));
        Assert.InRange(hub.Clock.Now - began, TimeSpan.FromDays(3.5), TimeSpan.FromDays(5));

        await hub.Smtp.StartAsync();
        Assert.Equal(1, await hub.AsAsync(place, scope => scope.GetRequiredService<SendMailAgain>().ExecuteAsync(null, default)));
        await hub.DeliverAsync(place);
        Assert.Equal("ana@ejemplo.mx", Assert.Single(hub.Smtp.Received).Recipient);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_asked_again_later()
    {
        hub.Delivery = hub.Delivery with { Patience = TimeSpan.FromSeconds(1) };
        await hub.QueueAsync(place, MailHub.Letter(), "slow@ejemplo.mx");

        var next = await hub.DeliverAsync(place);
        var waiting = await hub.OneAsync(place);

        Assert.Equal((MailStatus.Waiting, MailFault.Unreachable), (waiting.Status, waiting.Fault));
        (hub.Clock.Now, hub.Delivery) = (next!.Value, hub.Delivery with { Patience = TimeSpan.FromMinutes(1) });
        await hub.DeliverAsync(place);
        Assert.Single(hub.Smtp.Received);
    }

    [Fact]
    public async Task When_the_answer_is_lost_a_second_copy_comes_by_the_same_name()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "lost@ejemplo.mx");

        hub.Clock.Now = (await hub.DeliverAsync(place))!.Value;
        Assert.Null(await hub.DeliverAsync(place));

        Assert.Equal(2, hub.Smtp.Received.Count);
        Assert.Single(hub.Smtp.Received.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task A_wrong_password_costs_no_letter()
    {
        hub.Delivery = hub.Delivery with { Server = hub.Smtp.Settings with { Password = "otra" } };
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx", "eva@ejemplo.mx");

        Assert.NotNull(await hub.DeliverAsync(place));

        var letters = await hub.MailAsync(place);
        Assert.All(letters, mail => Assert.Equal(MailStatus.Waiting, mail.Status));
        Assert.Equal([MailFault.NotLetIn], letters.Select(mail => mail.Fault).OfType<MailFault>());
        Assert.Empty(hub.Smtp.Received);
    }

    [Fact]
    public async Task Nothing_is_handed_over_in_the_clear_or_to_whom_the_certificate_does_not_name()
    {
        await using var open = new SmtpServer { IsSecure = false };
        await open.StartAsync();
        hub.Delivery = hub.Delivery with { Server = open.Settings with { UseStartTls = true } };
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");

        var next = await hub.DeliverAsync(place);
        Assert.Equal(MailFault.NotLetIn, (await hub.OneAsync(place)).Fault);

        hub.Clock.Now = next!.Value;
        hub.Delivery = hub.Delivery with { Server = hub.Smtp.Settings with { Host = "127.0.0.1" } };
        await hub.DeliverAsync(place);
        Assert.Equal(MailFault.NotLetIn, (await hub.OneAsync(place)).Fault);
        Assert.Empty(open.Received.Concat(hub.Smtp.Received));
    }

    [Fact]
    public async Task A_relay_on_the_same_machine_needs_no_encryption_where_that_is_said()
    {
        await using var open = new SmtpServer { IsSecure = false };
        await open.StartAsync();
        hub.Delivery = hub.Delivery with { Server = open.Settings };
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");

        Assert.Null(await hub.DeliverAsync(place));

        Assert.False(Assert.Single(open.Received).IsEncrypted);
    }

    [Fact]
    public async Task Several_workers_send_each_letter_once()
    {
        var recipients = Enumerable.Range(0, 30).Select(number => $"persona{number:D2}@ejemplo.mx").ToArray();
        await hub.QueueAsync(place, MailHub.Letter(), recipients);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.DeliverAsync(place)));

        Assert.Equal(recipients, hub.Smtp.Received.Select(mail => mail.Recipient).Order());
    }

    [Fact]
    public async Task A_killed_workers_letter_is_left_alone_until_its_lease_ends_and_then_sent()
    {
        await hub.QueueAsync(place, MailHub.Letter(), "ana@ejemplo.mx");
        var lease = hub.Clock.Now.AddMinutes(2);
        await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().Database.ExecuteSqlAsync(
            $"update mail_queue set status = 'Sending', attempts = 1, message_id = 'primero@hub.example', due_at = {lease}"));

        Assert.Equal(lease, await hub.DeliverAsync(place));
        Assert.Empty(hub.Smtp.Received);

        hub.Clock.Now = lease;
        await hub.DeliverAsync(place);
        Assert.Equal("<primero@hub.example>", Assert.Single(hub.Smtp.Received).MessageId);
    }

    [Fact]
    public async Task Over_its_limit_a_place_waits_and_letters_that_somebody_waits_for_leave_first()
    {
        await hub.AsAsync(place, async scope => Assert.Null(await scope.GetRequiredService<LimitMail>().ExecuteAsync(2, 3, default)));
        var notice = MailHub.Letter() with { Unsubscribe = new("Dejar", "https://durango.example/dejar") };
        await hub.QueueAsync(place, notice, "aviso1@ejemplo.mx", "aviso2@ejemplo.mx", "aviso3@ejemplo.mx");
        await hub.QueueAsync(place, MailHub.Letter(), "esperada@ejemplo.mx");

        var began = hub.Clock.Now;
        await hub.DeliverAsync(place);
        Assert.Equal(2, hub.Smtp.Received.Count);
        Assert.Equal("esperada@ejemplo.mx", hub.Smtp.Received[0].Recipient);
        Assert.Equal(began.AddHours(1), await hub.DeliverAsync(place));

        hub.Clock.Now = began.AddHours(1);
        await hub.DeliverAsync(place);
        Assert.Equal(3, hub.Smtp.Received.Count);
        Assert.Equal(began.AddHours(24), await hub.DeliverAsync(place));

        hub.Clock.Now = began.AddHours(24);
        await hub.DeliverAsync(place);
        Assert.Equal(4, hub.Smtp.Received.Count);
    }

    [Fact]
    public async Task What_a_sent_letter_said_is_not_kept_and_after_a_month_nothing_of_it()
    {
        await hub.QueueAsync(place, MailHub.Letter() with { Attachments = [new("sesion.ics", "text/calendar", "BEGIN:VCALENDAR")] }, "ana@ejemplo.mx");

        await hub.DeliverAsync(place);

        var sent = await hub.OneAsync(place);
        Assert.Equal((MailStatus.Sent, null, null), (sent.Status, sent.Text, sent.Html));
        Assert.Equal(0, await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().MailAttachments.CountAsync()));

        hub.Clock.Now += DeliverMail.Kept + TimeSpan.FromSeconds(1);
        await hub.DeliverAsync(place);
        Assert.Empty(await hub.MailAsync(place));
    }

    [Fact]
    public async Task A_letter_of_a_change_that_did_not_happen_is_not_queued_and_no_work_is_due()
    {
        await hub.AsAsync(place, async scope =>
        {
            var db = scope.GetRequiredService<HubDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            scope.GetRequiredService<QueueMail>().To("ana@ejemplo.mx", MailHub.Letter());
            await db.SaveChangesAsync();
            Assert.Single(await db.WorkDue.Where(work => work.Kind == WorkKind.Mail).ToListAsync());
            await transaction.RollbackAsync();
        });

        Assert.Empty(await hub.MailAsync(place));
        Assert.Empty(await hub.AsAsync(place, scope => scope.GetRequiredService<HubDbContext>().WorkDue.Where(work => work.Kind == WorkKind.Mail).ToListAsync()));
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
