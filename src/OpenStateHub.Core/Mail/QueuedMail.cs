namespace OpenStateHub.Core.Mail;

public enum MailStatus
{
    Waiting,

    /// <summary>A worker talks to the mail server, or was killed while it did; <see cref="QueuedMail.DueAt"/> is the end of its lease.</summary>
    Sending,

    Sent,

    /// <summary>Given up until somebody sends it again.</summary>
    Failed,
}

/// <summary>Why a letter was not accepted.</summary>
public enum MailFault
{
    NotAnAddress,

    /// <summary>For good, because of the recipient.</summary>
    AddressRefused,

    /// <summary>For good, because of the sender or of what the letter is.</summary>
    LetterRefused,

    /// <summary>For now.</summary>
    PutOff,

    /// <summary>The mail server gave no answer, or not in time.</summary>
    Unreachable,

    /// <summary>The mail server does not accept this site: user, password or encryption.</summary>
    NotLetIn,
}

/// <summary>A letter on its way: it waits, is being sent, was sent, or was given up.</summary>
public sealed class QueuedMail
{
    /// <summary>Attempts before a letter is given up: about four days, with the delays of <see cref="RetryAfter"/>.</summary>
    public const int MostAttempts = 24;

    private const int MostReply = 500;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Recipient { get; init; }
    public required string Subject { get; init; }

    /// <summary>Null once it was sent: what a letter said is not kept, because it may hold links into accounts.</summary>
    public string? Text { get; private set; }

    public string? Html { get; private set; }
    public required string Language { get; init; }
    public string? Unsubscribe { get; init; }
    public IReadOnlyList<MailAttachment> Attachments => attachments;
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent before.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public MailStatus Status { get; private set; } = MailStatus.Waiting;
    public int Attempts { get; private set; }

    /// <summary>The same at every attempt, so that a receiver knows a second copy by it. Set at the first.</summary>
    public string? MessageId { get; private set; }

    public MailFault? Fault { get; private set; }

    /// <summary>What the mail server answered, in its own words.</summary>
    public string? Reply { get; private set; }

    /// <summary>When it was sent, or given up.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    private readonly List<MailAttachment> attachments = [];

    private QueuedMail()
    {
    }

    public static QueuedMail From(Letter letter, string recipient, string place, DateTimeOffset now)
    {
        var mail = new QueuedMail
        {
            Recipient = recipient,
            Subject = OneLine(letter.Subject, 200),
            Text = LetterLayout.Text(letter),
            Html = LetterLayout.Html(letter, place),
            Language = letter.Language,
            Unsubscribe = letter.Unsubscribe?.Address,
            CreatedAt = now,
            DueAt = now,
        };
        mail.attachments.AddRange(letter.Attachments.Select(a => new MailAttachment { MailId = mail.Id, Name = a.Name, ContentType = a.ContentType, Text = a.Text }));
        return mail;
    }

    public void Accept(DateTimeOffset now)
    {
        (Status, EndedAt, Fault, Reply) = (MailStatus.Sent, now, null, null);
        (Text, Html) = (null, null);
        attachments.Clear();
    }

    /// <summary>Waits for its next attempt, or is given up: at once where the answer is for good, else after <see cref="MostAttempts"/>.</summary>
    /// <param name="jitter">From 0 to 1: spreads what failed together.</param>
    public void Refuse(MailFault fault, string? reply, DateTimeOffset now, double jitter)
    {
        (Fault, Reply) = (fault, reply is null ? null : OneLine(reply, MostReply));

        if (fault is MailFault.NotAnAddress or MailFault.AddressRefused or MailFault.LetterRefused || Attempts >= MostAttempts)
        {
            (Status, EndedAt) = (MailStatus.Failed, now);
            return;
        }

        (Status, DueAt) = (MailStatus.Waiting, now + RetryAfter(Attempts, jitter));
    }

    /// <summary>One minute after the first attempt, twice as long after each, six hours at most; up to a fifth is added.</summary>
    public static TimeSpan RetryAfter(int attempts, double jitter)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(attempts, MostAttempts) - 1);
        var spread = (delay < LongestDelay ? delay : LongestDelay) * (1 + (jitter / 5));
        return TimeSpan.FromSeconds(Math.Round(spread.TotalSeconds));
    }

    /// <summary>A line break in a header would begin another header.</summary>
    private static string OneLine(string text, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(sign => !char.IsControl(sign)))));
        return line.Length <= most ? line : string.Concat(line.AsSpan(0, most - 1), "…");
    }
}

/// <summary>A file that goes with a letter, such as an invitation to a session.</summary>
public sealed class MailAttachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MailId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required string Text { get; init; }
}
