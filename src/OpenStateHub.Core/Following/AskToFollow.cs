using Microsoft.EntityFrameworkCore;
using OpenStateHub.Core.Database;
using OpenStateHub.Core.Ledger;
using OpenStateHub.Core.Mail;
using OpenStateHub.Core.Privacy;

namespace OpenStateHub.Core.Following;

/// <summary>Somebody gives an address to follow the place or something of it: one letter goes there, and nothing else until its link is used.</summary>
public sealed class AskToFollow(HubDbContext db, FindTopics topics, QueueMail mail, TimeProvider clock)
{
    /// <summary>A form that anybody may send must not fill anybody's mailbox: so many letters to one address in a day.</summary>
    public const int MostADay = 5;

    public sealed record Input
    {
        public required Subject Subject { get; init; }
        public required string? Address { get; init; }
        public required Frequency Frequency { get; init; }

        /// <summary>Two letters.</summary>
        public required string Language { get; init; }

        public required bool AcceptsNotice { get; init; }
    }

    /// <param name="letter">The letter that carries the token.</param>
    /// <returns>Whether that is public, and why nothing was sent. The answer is the same whoever follows already.</returns>
    public async Task<(bool Found, Refusal? Refusal)> ExecuteAsync(Input input, Func<Topic, string, Letter> letter, CancellationToken ct)
    {
        if (await topics.ExecuteAsync(input.Subject, ct) is not { } topic)
        {
            return (false, null);
        }

        if (MailAddressRule.Clean(input.Address) is not { } address)
        {
            return (true, FollowingRefusals.AddressMalformed);
        }

        var (now, token) = (clock.GetUtcNow(), LinkToken.New());
        var follower = Follower.Of(input.Subject, address, input.Frequency, input.Language, token, now);

        if (await db.AcceptAsync(NoticePurpose.Following, follower.Id, input.AcceptsNotice, now, ct) is { } refusal)
        {
            return (true, refusal);
        }

        var dayBefore = now - TimeSpan.FromDays(1);

        if (await db.Followers.CountAsync(f => f.Address == address && f.ConfirmedAt == null && f.AskedAt > dayBefore, ct) < MostADay)
        {
            db.Followers.Add(follower);
            mail.To(address, letter(topic, token));
            await db.SaveChangesAsync(ct);
        }

        return (true, null);
    }
}
