using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;

namespace OpenStateHub.Core.Mail;

/// <summary>Hands one letter to the mail server and says how that ended. Keeps the connection for the next letter of its scope.</summary>
public sealed class SmtpSender(MailDelivery delivery, TimeProvider clock) : IDisposable
{
    private SmtpClient? client;

    /// <param name="sender">The name before the address.</param>
    /// <returns>Null: the server has taken the letter over.</returns>
    public async Task<Refused?> SendAsync(QueuedMail mail, string sender)
    {
        var server = delivery.Server ?? throw new InvalidOperationException("No mail server is configured.");

        if (!IsReachable(mail.Recipient))
        {
            return new Refused(MailFault.NotAnAddress, null);
        }

        using var message = MessageOf(mail, sender, server);

        // Not the worker's own token: a stop of the process lets the letter under way come to its end.
        using var patience = new CancellationTokenSource(delivery.Patience, clock);

        try
        {
            client ??= Connect(server);
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (Exception e) when (e is SmtpException or IOException or AuthenticationException or OperationCanceledException)
        {
            Dispose();
            return FaultOf(e, patience.IsCancellationRequested);
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        client = null;
    }

    private static SmtpClient Connect(MailServer server) => new(server.Host, server.Port)
    {
        EnableSsl = server.UseStartTls,
        DeliveryMethod = SmtpDeliveryMethod.Network,
        Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
    };

    private static MailMessage MessageOf(QueuedMail mail, string sender, MailServer server)
    {
        var message = new MailMessage
        {
            From = new MailAddress(server.From, sender, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.Recipient));
        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        message.Headers.Add("Content-Language", mail.Language);

        // A program wrote it: nobody's holiday note should answer (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");

        if (mail.Unsubscribe is { } address)
        {
            message.Headers.Add("List-Unsubscribe", $"<{new Uri(address).AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text!, Encoding.UTF8, MediaTypeNames.Text.Plain));

        if (mail.Html is { } html)
        {
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html));
        }

        foreach (var file in mail.Attachments)
        {
            message.Attachments.Add(new Attachment(
                new MemoryStream(Encoding.UTF8.GetBytes(file.Text)), new ContentType(file.ContentType) { CharSet = "utf-8", Name = file.Name }));
        }

        return message;
    }

    /// <summary>What stands before the @ travels as ASCII: whatever else needs an extension that few servers have.</summary>
    private static bool IsReachable(string recipient) =>
        MailAddress.TryCreate(recipient, out var address) && address.Address == recipient && address.User.All(char.IsAscii);

    private static Refused FaultOf(Exception e, bool isOutOfPatience)
    {
        if (isOutOfPatience)
        {
            return new Refused(MailFault.Unreachable, null);
        }

        if (e is not SmtpException { StatusCode: var status } || (int)status < 400)
        {
            // Without a cause below it, the complaint is the client's own: the server offers no encryption.
            var isAboutTrust = e.GetBaseException() is AuthenticationException || e is SmtpException { InnerException: null };
            return new Refused(isAboutTrust ? MailFault.NotLetIn : MailFault.Unreachable, e.GetBaseException().Message);
        }

        var fault = (int)status switch
        {
            // Who we are, or how we came: about every letter, until somebody mends the settings.
            454 or 530 or 534 or 535 or 538 => MailFault.NotLetIn,
            421 => MailFault.Unreachable,
            < 500 => MailFault.PutOff,
            _ => e is SmtpFailedRecipientException ? MailFault.AddressRefused : MailFault.LetterRefused,
        };
        return new Refused(fault, e.Message);
    }

    /// <param name="Reply">What the server answered, where it did.</param>
    public sealed record Refused(MailFault Fault, string? Reply)
    {
        /// <summary>It is about the server: the next letter would fare no better.</summary>
        public bool ConcernsEveryLetter => Fault is MailFault.Unreachable or MailFault.NotLetIn;
    }
}
