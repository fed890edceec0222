namespace OpenStateHub.Integration.Tests.Mail;

/// <summary>A message as the server took it over and a mail program reads it.</summary>
internal sealed record ReceivedMail
{
    public required string Recipient { get; init; }
    public required string ReturnPath { get; init; }
    public required bool IsEncrypted { get; init; }
    public required string? User { get; init; }
    public required string FromName { get; init; }
    public required string FromAddress { get; init; }
    public required string MessageId { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string? Html { get; init; }
    public required Dictionary<string, string> Headers { get; init; }
    public required IReadOnlyList<Attached> Attachments { get; init; }
    public required string Raw { get; init; }

    internal sealed record Attached(string Name, string ContentType, string? Method, string Text);
}
