namespace OpenStateHub.Core.Mail;

/// <summary>What a letter says, in the words of whoever writes it. Its text and its HTML are made of it, so they never differ.</summary>
public sealed record Letter
{
    /// <summary>Two letters, such as <c>es</c>: the language of every word here.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it says before its link.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The one thing to do.</summary>
    public Link? Action { get; init; }

    /// <summary>What it says after its link.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Who sends it, and why.</summary>
    public required string Footer { get; init; }

    /// <summary>
    /// Ends what this letter belongs to: of notices that somebody subscribed to. A person opens the address; a mail program
    /// posts to it, without a session (RFC 8058). Null for letters that somebody waits for, which also leave first.
    /// </summary>
    public Link? Unsubscribe { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <param name="Address">A whole address, of http or https.</param>
    public sealed record Link(string Label, string Address);

    /// <param name="ContentType">With its parameters: <c>text/calendar; method=CANCEL</c>. The text travels as UTF-8.</param>
    public sealed record Attachment(string Name, string ContentType, string Text);
}
