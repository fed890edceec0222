using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Following;
using OpenStateHub.Core.Mail;

namespace OpenStateHub.Core.Privacy.Arco;

/// <summary>Somebody asks about their data. Its clock starts once they confirmed their address.</summary>
public sealed class AskArco(HubDbContext db, QueueMail mail, TimeProvider clock)
{
    /// <summary>A form that anybody may send must not fill anybody's mailbox: so many letters to one address in a day.</summary>
    public const int MostADay = 3;

    public sealed record Input
    {
        public required ArcoKind? Kind { get; init; }
        public required string? Name { get; init; }
        public required string? Address { get; init; }
        public required string? Text { get; init; }

        /// <summary>Two letters.</summary>
        public required string Language { get; init; }

        public required bool AcceptsNotice { get; init; }
    }

    /// <param name="deliver">Gets the token and answers the letter that carries it.</param>
    public async Task<Refusal?> ExecuteAsync(Input input, Func<string, Letter> deliver, CancellationToken ct)
    {
        if (input.Kind is not { } kind)
        {
            return ArcoRefusals.KindMissing;
        }

        if (MailAddressRule.Clean(input.Address) is not { } address)
        {
            return ArcoRefusals.AddressMalformed;
        }

        var (now, token) = (clock.GetUtcNow(), LinkToken.New());
        var request = new ArcoRequest
        {
            Kind = kind,
            Name = input.Name?.Trim() ?? "",
            Address = address,
            Text = input.Text?.Trim() ?? "",
            Language = input.Language,
            TokenHash = LinkToken.HashOf(token),
            AskedAt = now,
        };

        if ((request.Check() ?? await db.AcceptAsync(NoticePurpose.Arco, request.Id, input.AcceptsNotice, now, ct)) is { } refusal)
        {
            return refusal;
        }

        var dayBefore = now - TimeSpan.FromDays(1);

        // Said as if it had been kept: whoever floods learns nothing.
        if (await db.ArcoRequests.CountAsync(r => r.Address == address && r.ReceivedOn == null && r.AskedAt > dayBefore, ct) >= MostADay)
        {
            return null;
        }

        db.ArcoRequests.Add(request);
        mail.To(address, deliver(token));
        await db.SaveChangesAsync(ct);
        return null;
    }
}
