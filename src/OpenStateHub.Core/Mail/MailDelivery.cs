namespace OpenStateHub.Core.Mail;

/// <summary>How this installation delivers mail.</summary>
public sealed record MailDelivery
{
    /// <summary>Null: nobody delivers here, and letters wait in the queue.</summary>
    public MailServer? Server { get; init; }

    /// <summary>Letters of one place in any hour, where it has no limit of its own.</summary>
    public int PerHour { get; init; } = 200;

    /// <summary>Letters of one place in any 24 hours, where it has no limit of its own.</summary>
    public int PerDay { get; init; } = 2000;

    /// <summary>After this time an attempt counts as one without an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}

/// <param name="From">The address of every letter; what stands before it is the place's to choose.</param>
/// <param name="User">Null: the server asks nobody who they are.</param>
/// <param name="UseStartTls">False only for a relay on the same machine: without it a letter is not handed over in the clear.</param>
public sealed record MailServer(string Host, int Port, string From, string? User, string? Password, bool UseStartTls)
{
    public string Domain => From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
