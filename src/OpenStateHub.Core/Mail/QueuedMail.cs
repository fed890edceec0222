namespace OpenStateHub.Core.Mail;

/// <summary>A letter that waits to be sent.</summary>
public sealed class QueuedMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Recipient { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not sent before.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
