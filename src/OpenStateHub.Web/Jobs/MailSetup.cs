using System.Globalization;
using System.Net.Mail;
using OpenStateHub.Core.Mail;

namespace OpenStateHub.Web.Jobs;

/// <summary>Reads how this installation delivers mail, and refuses in one sentence what could not work.</summary>
/// <remarks>
/// Smtp__Host (without it letters wait in the queue), Smtp__Port (587), Smtp__From, Smtp__User and Smtp__Password, Smtp__StartTls
/// (true; false only without a user), Mail__PerHour (200) and Mail__PerDay (2000): letters of one place.
/// </remarks>
public static class MailSetup
{
    // SmtpClient speaks first in the clear and then STARTTLS; to a server that waits for TLS it would wait for ever.
    private const int ImplicitTlsPort = 465;

    public static MailDelivery AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var defaults = new MailDelivery();
        var delivery = new MailDelivery
        {
            Server = ServerOf(configuration),
            PerHour = Number(configuration, "Mail:PerHour", defaults.PerHour),
            PerDay = Number(configuration, "Mail:PerDay", defaults.PerDay),
        };
        services.AddSingleton(delivery);
        return delivery;
    }

    /// <summary>Said once, at the start, where an operator looks when letters do not arrive.</summary>
    public static void SayWhereMailGoes(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MailDelivery>().Server is { } server)
        {
            app.Logger.LogInformation("Mail goes to {Host}:{Port}, from {From}.", server.Host, server.Port, server.From);
        }
        else
        {
            app.Logger.LogInformation("Smtp__Host is not set: this process delivers no mail, and letters wait in the queue.");
        }
    }

    private static MailServer? ServerOf(IConfiguration settings)
    {
        if (Text(settings, "Smtp:Host") is not { } host)
        {
            return null;
        }

        var port = Number(settings, "Smtp:Port", 587);
        var from = Text(settings, "Smtp:From");
        var (user, password) = (Text(settings, "Smtp:User"), Text(settings, "Smtp:Password"));
        var useStartTls = Text(settings, "Smtp:StartTls") is not { } asked || Flag(asked);

        if (port == ImplicitTlsPort)
        {
            throw new InvalidOperationException("Smtp__Port is 465, which expects TLS from the first byte: use the server's STARTTLS port, mostly 587.");
        }

        if (!MailAddress.TryCreate(from, out var address) || address.Address != from)
        {
            throw new InvalidOperationException($"Smtp__From is '{from}', which is no address: letters need a sender, such as avisos@example.org.");
        }

        if ((user is null) != (password is null))
        {
            throw new InvalidOperationException("Smtp__User and Smtp__Password belong together, and one of them is not set.");
        }

        if (!useStartTls && user is not null)
        {
            throw new InvalidOperationException("Smtp__StartTls is false and Smtp__User is set: a password is not sent in the clear.");
        }

        return new MailServer(host, port, from, user, password, useStartTls);
    }

    private static string? Text(IConfiguration settings, string key) => settings[key] is { Length: > 0 } text ? text : null;

    private static bool Flag(string text) =>
        bool.TryParse(text, out var flag) ? flag : throw new InvalidOperationException($"Smtp__StartTls is '{text}', which is neither true nor false.");

    private static int Number(IConfiguration settings, string key, int otherwise)
    {
        if (Text(settings, key) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}', which is no number above zero.");
    }
}
