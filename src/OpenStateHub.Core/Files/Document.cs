namespace OpenStateHub.Core.Files;

/// <summary>A file that the place published by itself. Never erased: withdrawn, and its bytes swept, it still says what stood there, until when and why.</summary>
public sealed class Document
{
    public const int MaxReasonLength = 1000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Of the bytes, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string Name { get; init; }
    public required long Bytes { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string? WithdrawalReason { get; private set; }

    /// <param name="reason">Public.</param>
    public Refusal? Withdraw(string? reason, DateOnly on)
    {
        // A sign that no page shows and PostgreSQL does not take.
        var said = reason?.Replace("\0", "", StringComparison.Ordinal).Trim();

        if (WithdrawnOn is not null)
        {
            return DocumentRefusals.AlreadyWithdrawn;
        }

        if (string.IsNullOrEmpty(said))
        {
            return DocumentRefusals.WithdrawalWithoutReason;
        }

        if (said.Length > MaxReasonLength)
        {
            return DocumentRefusals.ReasonTooLong;
        }

        (WithdrawnOn, WithdrawalReason) = (on, said);
        return null;
    }
}

public static class DocumentRefusals
{
    public static readonly Refusal WithdrawalWithoutReason = new("document.withdrawal-without-reason", "reason");
    public static readonly Refusal ReasonTooLong = new("document.reason-too-long", "reason", "1,000");
    public static readonly Refusal AlreadyWithdrawn = new("document.already-withdrawn");
}
